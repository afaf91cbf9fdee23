// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.model.external.ImagePattern;
import org.penumbra.runs.code.ContentHash;
import org.penumbra.runs.folder.RunDescription;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finished run of another program, as it lies in a folder.
 *
 * @param folder the folder, which is only read
 * @param variant what the run is called in comparisons
 * @param experiment the name of the experiment that it belongs to
 * @param seed the seed that it was made with
 * @param images the pattern of its images below the folder
 * @param metrics its final figures: tags of curves by metric
 * @param parameters what it was told, as a tree
 */
public record ForeignRun(
        Path folder,
        String variant,
        String experiment,
        long seed,
        Optional<ImagePattern> images,
        Map<String, String> metrics,
        JsonObject parameters) {
    /** The metric profile of figures that another program has computed. */
    public static final String PROFILE = "external";

    /** The method of runs that were adopted. */
    public static final String METHOD = "AdoptedRun";

    /** The event files and images. */
    List<Path> files() {
        var events = EventFile.below(folder).stream().map(EventFile::file);
        return Stream.concat(events, images.stream().flatMap(this::images)).toList();
    }

    private Stream<Path> images(ImagePattern pattern) {
        return FileTree.of(folder, folder.resolve(pattern.folder())).stream()
                .filter(entry -> pattern.match(entry.name()).isPresent())
                .map(FileTree.Entry::file);
    }

    /**
     * The hash of its event files, wherever they lie: what makes it the same run.
     *
     * @throws InputException when there are none
     */
    public String fingerprint() {
        if (!Files.isDirectory(folder)) {
            throw new InputException(
                    "There is no folder %s: name the one that holds the run".formatted(folder));
        }
        var events = EventFile.below(folder).stream().map(EventFile::file).toList();
        if (events.isEmpty()) {
            throw new InputException(
                    "There are no TensorBoard event files in %s: name a folder with files such as events.out.tfevents.1700000000.host"
                            .formatted(folder));
        }
        return "sha256:" + ContentHash.of(folder, events);
    }

    /** What the run is; its identity is made of content, parameters and seed. */
    RunDescription description(String fingerprint) {
        var method = new JsonObject();
        method.addProperty("name", METHOD);
        method.addProperty("version", 1);
        var data = new JsonObject();
        data.addProperty("kind", "none");
        var spec = new JsonObject();
        spec.addProperty("format", 1);
        spec.add("method", method);
        spec.add("settings", parameters);
        spec.add("data", data);
        spec.addProperty("seed", seed);
        spec.addProperty("content", fingerprint);
        var evaluation = new JsonObject();
        evaluation.addProperty("profile", PROFILE);
        return new RunDescription(
                CanonicalJson.sha256(spec),
                "%s/seed=%d".formatted(variant, seed),
                experiment,
                variant,
                Map.of(),
                spec,
                Optional.empty(),
                evaluation,
                new JsonObject());
    }
}
