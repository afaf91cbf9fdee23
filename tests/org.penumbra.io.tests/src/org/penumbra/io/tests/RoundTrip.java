// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.penumbra.io.InputException;
import org.penumbra.testing.TemporaryFolder;

/** Writes something into a folder of its own, and gives back what is found there. */
final class RoundTrip {
    private RoundTrip() {}

    static <T> T through(Consumer<Path> write, Function<Path, T> read) {
        try (var folder = TemporaryFolder.create()) {
            var file = folder.file("file");
            write.accept(file);
            return read.apply(file);
        }
    }

    /** Reads a damaged file; anything but success or an InputException escapes and fails the test. */
    static boolean refused(byte[] damaged, Function<Path, ?> read) {
        try (var folder = TemporaryFolder.create()) {
            read.apply(folder.file("damaged", damaged));
            return false;
        } catch (InputException e) {
            return namesFile(e);
        }
    }

    private static boolean namesFile(InputException e) {
        if (!e.getMessage().contains("damaged")) {
            throw new AssertionError("does not name the file: " + e.getMessage(), e);
        }
        return true;
    }
}
