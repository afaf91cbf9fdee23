// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a bundle says of itself: its short name, the bundles it requires, the packages it uses. */
record BundleManifest(
        String name, Set<String> requires, Set<String> imports, Set<String> exports, Path folder) {

    static final String PREFIX = "org.penumbra.";

    static BundleManifest of(Path folder) {
        try (var in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            var main = new Manifest(in).getMainAttributes();
            return new BundleManifest(
                    folder.getFileName().toString().substring(PREFIX.length()),
                    names(main, "Require-Bundle"),
                    names(main, "Import-Package"),
                    names(main, "Export-Package"),
                    folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clause names without attributes; quoted version ranges hold commas of their own. */
    private static Set<String> names(Attributes attributes, String header) {
        var value = attributes.getValue(header);
        return value == null
                ? Set.of()
                : Stream.of(value.replaceAll("\"[^\"]*\"", "").split(","))
                        .map(clause -> clause.split(";")[0].strip())
                        .collect(Collectors.toSet());
    }

    /** Short names of the project's own bundles that this one requires. */
    Set<String> requiresOfOurs() {
        return requires.stream()
                .filter(required -> required.startsWith(PREFIX))
                .map(required -> required.substring(PREFIX.length()))
                .collect(Collectors.toSet());
    }
}
