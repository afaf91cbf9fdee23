// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.penumbra.io.InputException;
import org.penumbra.testing.Allocation;
import org.penumbra.testing.TemporaryFolder;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes something into a folder of its own, and gives back what is found there. */
final class RoundTrip {
    private static final long ENOUGH = 8L << 20;

    private RoundTrip() {}

    static <T> T through(Consumer<Path> write, Function<Path, T> read) {
        try (var folder = TemporaryFolder.create()) {
            var file = folder.file("file");
            write.accept(file);
            return read.apply(file);
        }
    }

    /**
     * Reads a damaged file: it is read, or refused by an InputException that names it. Anything
     * else escapes and fails the test, and so does an allocation that the few bytes do not justify.
     */
    static void survives(byte[] damaged, Function<Path, ?> read) {
        try (var folder = TemporaryFolder.create()) {
            var file = folder.file("damaged", damaged);
            var allocated = Allocation.during(() -> attempt(file, read));
            assertTrue(allocated < ENOUGH, "allocated " + allocated + " bytes");
        }
    }

    private static void attempt(Path file, Function<Path, ?> read) {
        try {
            read.apply(file);
        } catch (InputException e) {
            assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
        }
    }
}
