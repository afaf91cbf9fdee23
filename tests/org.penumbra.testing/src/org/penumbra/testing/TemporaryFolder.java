// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A folder that goes away with its content when closed: for properties, which have no
 * {@code @TempDir}.
 *
 * @param path the folder, existing and empty at first
 */
public record TemporaryFolder(Path path) implements AutoCloseable {
    /**
     * Makes one.
     *
     * @return an empty folder
     */
    public static TemporaryFolder create() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("penumbra-test-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file in the folder.
     *
     * @param name its name
     * @return its path, whether it exists or not
     */
    public Path file(String name) {
        return path.resolve(name);
    }

    /**
     * Writes a file into the folder.
     *
     * @param name its name
     * @param bytes its content
     * @return its path
     */
    public Path file(String name, byte[] bytes) {
        try {
            return Files.write(file(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (var tree = Files.walk(path)) {
            for (var file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
