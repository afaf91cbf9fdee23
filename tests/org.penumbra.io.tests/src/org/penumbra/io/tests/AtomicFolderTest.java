// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.files.AtomicFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

class AtomicFolderTest {
    @TempDir Path folder;

    @Test
    void createsAFolderWithAllItsFiles() throws IOException {
        var target = folder.resolve("runs/one");
        AtomicFolder.create(
                target,
                temporary -> {
                    Files.writeString(temporary.resolve("a"), "A");
                    Files.createDirectory(temporary.resolve("below"));
                    Files.writeString(temporary.resolve("below/b"), "B");
                    assertFalse(Files.exists(target), "visible before it is whole");
                });
        assertEquals("A", Files.readString(target.resolve("a")));
        assertEquals("B", Files.readString(target.resolve("below/b")));
        assertEquals(1, count(target.getParent()));
    }

    @Test
    void leavesNothingWhenTheFillerThrows() throws IOException {
        assertThrows(
                UncheckedIOException.class,
                () ->
                        AtomicFolder.create(
                                folder.resolve("never"),
                                temporary -> {
                                    Files.writeString(temporary.resolve("part"), "half");
                                    throw new IOException("disk full");
                                }));
        assertEquals(0, count(folder));
    }

    @Test
    void doesNotReplaceAFolder() throws IOException {
        var target = Files.createDirectory(folder.resolve("there"));
        assertThrows(UncheckedIOException.class, () -> AtomicFolder.create(target, _ -> {}));
        assertEquals(1, count(folder));
    }

    @Test
    void deletesAFolderAndMindsNoMissingOne() throws IOException {
        var target = folder.resolve("there");
        AtomicFolder.create(target, t -> Files.writeString(t.resolve("a"), "A"));
        AtomicFolder.delete(target);
        AtomicFolder.delete(target);
        assertEquals(0, count(folder));
    }

    @Test
    void movesAFolderWholeAndOverNothing() throws IOException {
        var source = folder.resolve("source");
        AtomicFolder.create(source, t -> Files.writeString(t.resolve("a"), "A"));
        var target = folder.resolve("new/place");
        AtomicFolder.move(source, target);
        assertEquals("A", Files.readString(target.resolve("a")));
        assertFalse(Files.exists(source));
        var taken = Files.createDirectory(folder.resolve("taken"));
        assertThrows(UncheckedIOException.class, () -> AtomicFolder.move(target, taken));
        assertThrows(UncheckedIOException.class, () -> AtomicFolder.move(source, target));
        assertEquals("A", Files.readString(target.resolve("a")));
    }

    private static long count(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
