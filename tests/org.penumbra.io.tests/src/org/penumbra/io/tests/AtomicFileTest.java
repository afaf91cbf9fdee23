// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.files.AtomicFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class AtomicFileTest {
    @TempDir Path folder;

    @Test
    void writesAndReplaces() throws IOException {
        var file = folder.resolve("a/b/c.txt");
        AtomicFile.write(file, "first".getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(file, "second".getBytes(StandardCharsets.UTF_8));
        assertEquals("second", Files.readString(file));
        assertEquals(List.of("c.txt"), names(file.getParent()));
    }

    @Test
    void keepsTheOldContentWhenTheWriterThrows() throws IOException {
        var file = Files.writeString(folder.resolve("kept.txt"), "old");
        var failure =
                assertThrows(
                        UncheckedIOException.class,
                        () ->
                                AtomicFile.write(
                                        file,
                                        out -> {
                                            out.write(new byte[1 << 20]);
                                            throw new IOException("disk full");
                                        }));
        assertEquals("disk full", failure.getCause().getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("kept.txt"), names(folder));
    }

    @Test
    void passesOnWhatTheWriterThrows() throws IOException {
        var file = folder.resolve("never.txt");
        assertThrows(
                IllegalStateException.class,
                () ->
                        AtomicFile.write(
                                file,
                                _ -> {
                                    throw new IllegalStateException("broken writer");
                                }));
        assertEquals(List.of(), names(folder));
    }

    @Test
    void aBodyMayCloseItsStream() throws IOException {
        var file = folder.resolve("closed.bin");
        var bytes = new byte[] {1, 2, 3};
        AtomicFile.write(
                file,
                out -> {
                    try (out) {
                        out.write(bytes);
                    }
                });
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        var blocked = Files.writeString(folder.resolve("file"), "").resolve("below");
        var failure =
                assertThrows(
                        UncheckedIOException.class, () -> AtomicFile.write(blocked, new byte[0]));
        assertEquals(true, failure.getMessage().contains(blocked.toString()));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
