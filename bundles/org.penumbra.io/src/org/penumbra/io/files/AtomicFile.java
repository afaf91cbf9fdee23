// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.files;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file in one step: readers see the old content or the new, never a part.
 *
 * <p>The content goes to a temporary file beside the target, is forced to the disk and renamed over
 * the target. When writing fails the target is as it was.
 */
public final class AtomicFile {
    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /** What writes the content of a file. */
    @FunctionalInterface
    public interface Body {
        /**
         * Writes the whole content.
         *
         * @param out buffered; closing it is allowed and not needed
         * @throws IOException if writing fails
         */
        void to(OutputStream out) throws IOException;
    }

    /**
     * Writes bytes.
     *
     * @param target the file to create or replace; missing parent folders are made
     * @param bytes its new content
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path target, byte[] bytes) {
        write(target, out -> out.write(bytes));
    }

    /**
     * Writes what a body produces.
     *
     * @param target the file to create or replace; missing parent folders are made
     * @param body writes its new content
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path target, Body body) {
        var absolute = target.toAbsolutePath();
        try {
            Files.createDirectories(absolute.getParent());
            var temporary = Siblings.temporary(absolute);
            try {
                fill(temporary, body);
                Siblings.rename(temporary, absolute);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    private static void fill(Path temporary, Body body) throws IOException {
        try (var channel =
                FileChannel.open(
                        temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // A body may close its stream; the channel must stay open for the force below.
            var out =
                    new BufferedOutputStream(
                            new KeptOpen(Channels.newOutputStream(channel)), BUFFER);
            body.to(out);
            out.flush();
            channel.force(true);
        }
    }

    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
