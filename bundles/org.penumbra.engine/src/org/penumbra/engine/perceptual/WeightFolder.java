// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.perceptual;

import org.penumbra.io.InputException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The user's folder of network weights: the NumPy archives lie in it or in a folder directly below.
 *
 * @param path the folder, where the user has named one
 */
record WeightFolder(Optional<Path> path) {
    /** The first of these names that is there, or a sentence that says how to get it. */
    Path find(Backbone backbone, List<String> names) {
        return names.stream()
                .flatMap(name -> places().stream().map(place -> place.resolve(name)))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> missing(backbone, names.getFirst()));
    }

    private List<Path> places() {
        var places = new ArrayList<Path>();
        path.filter(Files::isDirectory)
                .ifPresent(
                        folder -> {
                            places.add(folder);
                            places.addAll(below(folder));
                        });
        return places;
    }

    private static List<Path> below(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputException missing(Backbone backbone, String name) {
        var where =
                path.map(folder -> "the weights folder " + folder + " has no " + name)
                        .orElse("no weights folder is set, so there is no " + name);
        var source =
                "put %s (torchvision's weights) and %s (LPIPS v0.1's linear layers) into a folder,"
                        + " each a NumPy archive by parameter name, and name it with --weights";
        return new InputException(
                "The loss %s needs network weights and %s: %s, or choose %s."
                        .formatted(
                                backbone.loss(),
                                where,
                                source.formatted(
                                        backbone.networkFiles().getFirst(), backbone.linearFile()),
                                substitute(backbone)));
    }

    private static String substitute(Backbone backbone) {
        return backbone == Backbone.SQUEEZE
                ? "ms_ssim, which needs none"
                : "a substitute, not the published loss: lpips_squeeze (smaller weights) or ms_ssim"
                        + " (none)";
    }
}
