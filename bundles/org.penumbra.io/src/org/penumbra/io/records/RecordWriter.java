// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.records;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends records to a file. Not for several threads at once. */
public final class RecordWriter implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final OutputStream out;

    private RecordWriter(Path file, OpenOption... options) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, options);
        out = new BufferedOutputStream(Channels.newOutputStream(channel));
    }

    /**
     * Starts a new file.
     *
     * @param file must not exist; its folder must
     * @return the writer
     * @throws UncheckedIOException if it cannot be created
     */
    public static RecordWriter create(Path file) {
        return open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * Goes on with a file, or starts it. A damaged tail, as a crash leaves it, is cut off first,
     * because no reader would find records behind it.
     *
     * @param file an existing file of records, or none
     * @return the writer
     * @throws UncheckedIOException if it cannot be opened
     */
    public static RecordWriter resume(Path file) {
        if (!Files.exists(file)) {
            return create(file);
        }
        var good = RecordReader.goodBytes(file);
        var writer = open(file, StandardOpenOption.WRITE);
        try {
            writer.channel.truncate(good).position(good);
            return writer;
        } catch (IOException e) {
            throw writer.failed(e);
        }
    }

    private static RecordWriter open(Path file, OpenOption... options) {
        try {
            return new RecordWriter(file, options);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /**
     * Appends one record to the buffer.
     *
     * @param content its bytes, at most 256 MiB
     * @throws UncheckedIOException if it cannot be written
     */
    public void append(byte[] content) {
        if (content.length > Frame.LARGEST) {
            throw new IllegalArgumentException("record of " + content.length + " bytes");
        }
        attempt(
                () -> {
                    out.write(Frame.header(content.length));
                    out.write(content);
                    out.write(Frame.footer(content));
                });
    }

    /**
     * Hands everything to the operating system, so that other processes can read it.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void flush() {
        attempt(out::flush);
    }

    /**
     * Forces everything to the disk, so that it survives a power cut.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void sync() {
        flush();
        attempt(() -> channel.force(true));
    }

    @Override
    public void close() {
        attempt(out::close);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private UncheckedIOException failed(IOException e) {
        return failed(file, e);
    }

    private static UncheckedIOException failed(Path file, IOException e) {
        return new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
}
