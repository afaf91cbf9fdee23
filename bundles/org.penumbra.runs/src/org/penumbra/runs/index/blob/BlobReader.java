// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.blob;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Reads what {@link BlobWriter} wrote. {@link BufferUnderflowException} or {@link
 * IllegalArgumentException} mean that it is damaged.
 */
public final class BlobReader {
    private final ByteBuffer in;

    /**
     * A reader at the first number.
     *
     * @throws IllegalArgumentException when the checksum is another one
     */
    public BlobReader(byte[] bytes) {
        int length = bytes.length - Integer.BYTES;
        if (length < 0
                || ByteBuffer.wrap(bytes).getInt(length) != BlobWriter.checksum(bytes, length)) {
            throw new IllegalArgumentException("wrong checksum");
        }
        in = ByteBuffer.wrap(bytes, 0, length);
    }

    /** The inverse of {@link BlobWriter#whole}. */
    public long whole() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than ten bytes");
    }

    /**
     * How many of something follow.
     *
     * @throws IllegalArgumentException when there are not so many bytes
     */
    public int count() {
        long count = whole();
        if (count < 0 || count > in.remaining()) {
            throw new IllegalArgumentException("a list of " + count);
        }
        return (int) count;
    }

    /** The inverse of {@link BlobWriter#signed}. */
    public long signed() {
        long value = whole();
        return value >>> 1 ^ -(value & 1);
    }

    /** The inverse of {@link BlobWriter#number}. */
    public double number() {
        return in.getDouble();
    }

    /** The inverse of {@link BlobWriter#single}. */
    public float single() {
        return in.getFloat();
    }
}
