// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree under test. */
record Project(Path root) {

    /** Walks up from the working directory to the folder that holds the target definition. */
    static Project here() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("target-platform"))) {
            folder = folder.getParent();
        }
        return new Project(folder);
    }

    List<BundleManifest> bundles() {
        return children("bundles").stream().map(BundleManifest::of).toList();
    }

    List<Path> children(String folder) {
        try (var list = Files.list(root.resolve(folder))) {
            return list.filter(child -> Files.exists(child.resolve("META-INF/MANIFEST.MF")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written source files; what the build generates is left out. */
    List<Path> sources() {
        return Stream.of("bundles", "tests").flatMap(this::javaFiles).sorted().toList();
    }

    private Stream<Path> javaFiles(String folder) {
        return children(folder).stream().flatMap(bundle -> walk(bundle.resolve("src")));
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        return read(root.resolve(file));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
