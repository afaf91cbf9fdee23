// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Walks through the fields of one protocol buffer message; every read is bounded by the message.
 * {@link BufferUnderflowException} or {@link IllegalArgumentException} mean that it is malformed.
 */
final class MessageReader {
    private final ByteBuffer in;
    private int type;

    MessageReader(byte[] message) {
        this(message, 0, message.length);
    }

    MessageReader(byte[] bytes, int offset, int length) {
        this(ByteBuffer.wrap(bytes, offset, length));
    }

    private MessageReader(ByteBuffer in) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean hasNext() {
        return in.hasRemaining();
    }

    /** Steps into the next field and returns its number. */
    int next() {
        long key = raw();
        type = (int) (key & 7);
        return Math.toIntExact(key >>> 3);
    }

    long varint() {
        expect(Wire.VARINT);
        return raw();
    }

    double fixed64() {
        expect(Wire.FIXED64);
        return in.getDouble();
    }

    float fixed32() {
        expect(Wire.FIXED32);
        return in.getFloat();
    }

    /** The bytes of a field of bytes. */
    ByteBuffer bytes() {
        return slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The numbers of a repeated field: one of a fixed size, or a packed list of them. */
    ByteBuffer numbers(int single, int size) {
        var numbers = type == single ? take(size) : slice();
        if (numbers.remaining() % size != 0) {
            throw new IllegalArgumentException("part of a number");
        }
        return numbers.order(ByteOrder.LITTLE_ENDIAN);
    }

    String text() {
        return StandardCharsets.UTF_8.decode(slice()).toString();
    }

    MessageReader message() {
        return new MessageReader(slice());
    }

    /** Passes over a field of any known type. */
    void skip() {
        switch (type) {
            case Wire.VARINT -> raw();
            case Wire.FIXED64 -> in.getDouble();
            case Wire.FIXED32 -> in.getFloat();
            case Wire.BYTES -> slice();
            default -> throw new IllegalArgumentException("wire type " + type);
        }
    }

    private ByteBuffer slice() {
        expect(Wire.BYTES);
        long length = raw();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return take((int) length);
    }

    private ByteBuffer take(int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return slice;
    }

    private long raw() {
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

    private void expect(int wanted) {
        if (type != wanted) {
            throw new IllegalArgumentException("wire type " + type);
        }
    }
}
