// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.records;

import org.penumbra.io.InputException;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads records up to the end or the first damage.
 *
 * <p>The end of a file that is still written may look like a record cut short; read on later from
 * {@link #goodBytes()}.
 */
public final class RecordReader implements Iterable<byte[]>, Iterator<byte[]>, Closeable {
    private final Path file;
    private final FileChannel channel;
    private final InputStream in;
    private long good;
    private byte[] next;
    private String damage;

    private RecordReader(Path file, long offset) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.READ).position(offset);
        in = new BufferedInputStream(Channels.newInputStream(channel));
        good = offset;
    }

    /**
     * Opens a file at its beginning.
     *
     * @param file a file of records
     * @return the reader
     * @throws InputException if it cannot be opened
     */
    public static RecordReader open(Path file) {
        return open(file, 0);
    }

    /**
     * Opens a file where an earlier reader stopped.
     *
     * @param file a file of records
     * @param offset an earlier reader's {@link #goodBytes()}
     * @return the reader
     * @throws InputException if it cannot be opened
     */
    public static RecordReader open(Path file, long offset) {
        try {
            return new RecordReader(file, offset);
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
    }

    /**
     * The length of the undamaged beginning of a file.
     *
     * @param file a file of records
     * @return bytes up to the end of its last good record
     * @throws InputException if it cannot be read
     */
    static long goodBytes(Path file) {
        try (var reader = open(file)) {
            reader.forEach(_ -> {});
            return reader.goodBytes();
        }
    }

    /**
     * Where the good part ends.
     *
     * @return bytes from the beginning of the file to the end of the last record handed out
     */
    public long goodBytes() {
        return next == null ? good : good - frameLength(next);
    }

    /**
     * What is wrong behind the good part; known once {@link #hasNext()} said no.
     *
     * @return one sentence, or nothing if the file ends with a whole record
     */
    public Optional<String> damage() {
        return Optional.ofNullable(damage);
    }

    @Override
    public Iterator<byte[]> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        if (next == null && damage == null) {
            try {
                next = read();
            } catch (IOException e) {
                throw InputException.reading(file, e);
            }
        }
        return next != null;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var record = next;
        next = null;
        return record;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next good record, or null at the end or at damage. */
    private byte[] read() throws IOException {
        var header = in.readNBytes(Frame.HEADER);
        if (header.length == 0) {
            return null;
        }
        if (header.length < Frame.HEADER) {
            return damaged("is cut short in its length");
        }
        var length = Frame.little(header).getLong();
        if (Frame.little(header).getInt(Long.BYTES) != Frame.maskedCrc(header, Long.BYTES)) {
            return damaged("has a length with a wrong checksum");
        }
        var there = channel.size() - good - Frame.HEADER - Frame.FOOTER;
        if (length < 0 || length > Math.min(there, Frame.LARGEST)) {
            return damaged("is cut short or longer than any record may be");
        }
        return content((int) length);
    }

    private byte[] content(int length) throws IOException {
        var content = in.readNBytes(length);
        var footer = in.readNBytes(Frame.FOOTER);
        if (footer.length < Frame.FOOTER) {
            return damaged("is cut short");
        }
        if (Frame.little(footer).getInt() != Frame.maskedCrc(content, length)) {
            return damaged("has a wrong checksum");
        }
        good += frameLength(content);
        return content;
    }

    private byte[] damaged(String what) {
        damage = "The record at byte %d of %s %s.".formatted(good, file, what);
        return null;
    }

    private static long frameLength(byte[] content) {
        return (long) Frame.HEADER + content.length + Frame.FOOTER;
    }
}
