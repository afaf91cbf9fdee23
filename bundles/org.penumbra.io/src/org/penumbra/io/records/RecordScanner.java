// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.records;

import org.penumbra.io.InputException;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Walks through the records of a file in large blocks and shows them in place, for logs of many
 * small records. It accepts and refuses exactly what {@link RecordReader} does.
 */
public final class RecordScanner implements Closeable {
    private static final int BLOCK = 1 << 20;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final FileChannel channel;
    private final long end;
    private final CRC32C sum = new CRC32C();
    private byte[] block;
    private int at;
    private int limit;
    private int length;
    private int frame;
    private long offset;
    private String damage;

    private RecordScanner(Path file, FileChannel channel, long from, long end) {
        this.file = file;
        this.channel = channel;
        this.offset = from;
        this.end = end;
        block = new byte[(int) Math.clamp(end - from, Frame.HEADER, BLOCK)];
    }

    /**
     * Opens a part of a file.
     *
     * @param file a file of records
     * @param from where a record begins: 0, or an earlier reader's good bytes
     * @param to where the part ends; what lies behind counts as not written yet
     * @return the scanner
     * @throws InputException if it cannot be opened
     */
    public static RecordScanner open(Path file, long from, long to) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.READ);
            return new RecordScanner(file, channel, from, Math.min(to, channel.size()));
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
    }

    /**
     * Steps to the next record.
     *
     * @return whether there is one; if not, {@link #damage()} says what is wrong, if anything
     * @throws InputException if the file cannot be read
     */
    public boolean next() {
        at += frame;
        offset += frame;
        frame = 0;
        try {
            return damage == null && header() && content();
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
    }

    private boolean header() throws IOException {
        if (!has(Frame.HEADER)) {
            return limit > at && damaged("is cut short in its length");
        }
        if ((int) INT.get(block, at + Long.BYTES) != crc(at, Long.BYTES)) {
            return damaged("has a length with a wrong checksum");
        }
        long size = (long) LONG.get(block, at);
        if (size < 0
                || size > Math.min(end - offset - Frame.HEADER - Frame.FOOTER, Frame.LARGEST)) {
            return damaged("is cut short or longer than any record may be");
        }
        length = (int) size;
        return true;
    }

    private boolean content() throws IOException {
        int whole = Frame.HEADER + length + Frame.FOOTER;
        if (!has(whole)) {
            return damaged("is cut short");
        }
        if ((int) INT.get(block, start() + length) != crc(start(), length)) {
            return damaged("has a wrong checksum");
        }
        frame = whole;
        return true;
    }

    private int crc(int start, int size) {
        return Frame.maskedCrc(sum, block, start, size);
    }

    private boolean damaged(String what) {
        damage = "The record at byte %d of %s %s.".formatted(offset, file, what);
        return false;
    }

    /** Whether so many bytes from the present record on are in the block, after reading more. */
    private boolean has(int bytes) throws IOException {
        if (limit - at < bytes) {
            makeRoom(bytes);
            fill(bytes);
        }
        return limit - at >= bytes;
    }

    /** Moves the rest to the front; a block that grew for one large record is given back. */
    private void makeRoom(int bytes) {
        boolean fits = bytes <= block.length && block.length <= BLOCK;
        var next = fits ? block : new byte[Math.max(bytes, BLOCK)];
        System.arraycopy(block, at, next, 0, limit - at);
        block = next;
        limit -= at;
        at = 0;
    }

    private void fill(int bytes) throws IOException {
        while (limit < bytes) {
            int room = (int) Math.min(block.length - limit, end - offset - limit);
            int read = channel.read(ByteBuffer.wrap(block, limit, room), offset + limit);
            if (read <= 0) {
                return;
            }
            limit += read;
        }
    }

    /**
     * The array that holds the present record, until the next step.
     *
     * @return not to be written to
     */
    public byte[] bytes() {
        return block;
    }

    /**
     * Where the present record's content begins.
     *
     * @return an index into {@link #bytes()}
     */
    public int start() {
        return at + Frame.HEADER;
    }

    /**
     * How long the present record's content is.
     *
     * @return bytes
     */
    public int length() {
        return length;
    }

    /**
     * Where the present record begins.
     *
     * @return bytes from the beginning of the file
     */
    public long offset() {
        return offset;
    }

    /**
     * Where the good part ends.
     *
     * @return bytes from the beginning of the file to the end of the last record that was shown
     */
    public long goodBytes() {
        return offset + frame;
    }

    /**
     * What is wrong behind the good part; known once {@link #next()} said no.
     *
     * @return one sentence, or nothing if the part ends with a whole record
     */
    public Optional<String> damage() {
        return Optional.ofNullable(damage);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
