// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.BufferUnderflowException;
import java.nio.ByteOrder;

/**
 * Walks through protocol buffer messages within one array without making objects. It accepts and
 * refuses exactly what {@link MessageReader} does, with the same exceptions.
 */
final class FieldCursor {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int at;
    private int end;
    private int type;

    /** Begins a message. */
    void over(byte[] array, int start, int length) {
        bytes = array;
        at = start;
        end = start + length;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The index of the next byte. */
    int at() {
        return at;
    }

    /** Bytes up to the end of the message. */
    int remaining() {
        return end - at;
    }

    boolean hasNext() {
        return at < end;
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
        pass(Long.BYTES);
        return Double.longBitsToDouble((long) LONG.get(bytes, at - Long.BYTES));
    }

    float fixed32() {
        expect(Wire.FIXED32);
        pass(Integer.BYTES);
        return Float.intBitsToFloat((int) INT.get(bytes, at - Integer.BYTES));
    }

    /** Steps into a field of bytes as a message; what it returns belongs into {@link #leave}. */
    int enter() {
        expect(Wire.BYTES);
        int length = length();
        int outer = end;
        end = at + length;
        return outer;
    }

    /** Steps behind the message that was entered. */
    void leave(int outer) {
        at = end;
        end = outer;
    }

    /** Passes over a field of any known type. */
    void skip() {
        switch (type) {
            case Wire.VARINT -> raw();
            case Wire.FIXED64 -> pass(Long.BYTES);
            case Wire.FIXED32 -> pass(Integer.BYTES);
            case Wire.BYTES -> pass(length());
            default -> throw new IllegalArgumentException("wire type " + type);
        }
    }

    private int length() {
        long length = raw();
        if (length < 0 || length > end - at) {
            throw new BufferUnderflowException();
        }
        return (int) length;
    }

    private void pass(int size) {
        if (size > end - at) {
            throw new BufferUnderflowException();
        }
        at += size;
    }

    /** Most numbers take one byte. */
    private long raw() {
        return at < end && bytes[at] >= 0 ? bytes[at++] : longRaw();
    }

    private long longRaw() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            pass(1);
            byte next = bytes[at - 1];
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
