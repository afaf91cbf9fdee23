// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds one protocol buffer message field by field. */
final class Message {
    private static final int LONGEST = 10;

    private byte[] out = new byte[64];
    private int size;

    Message varint(int field, long value) {
        key(field, Wire.VARINT);
        raw(value);
        return this;
    }

    Message fixed64(int field, double value) {
        key(field, Wire.FIXED64);
        little(Double.doubleToRawLongBits(value), Long.BYTES);
        return this;
    }

    Message fixed32(int field, float value) {
        key(field, Wire.FIXED32);
        little(Float.floatToRawIntBits(value), Integer.BYTES);
        return this;
    }

    Message text(int field, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return bytes(field, bytes, bytes.length);
    }

    Message message(int field, Message inner) {
        return bytes(field, inner.out, inner.size);
    }

    byte[] toBytes() {
        return Arrays.copyOf(out, size);
    }

    private Message bytes(int field, byte[] value, int length) {
        key(field, Wire.BYTES);
        raw(length);
        room(length);
        System.arraycopy(value, 0, out, size, length);
        size += length;
        return this;
    }

    private void key(int field, int type) {
        raw((long) field << 3 | type);
    }

    /** Seven bits at a time, the lowest first; the eighth says that more follow. */
    private void raw(long value) {
        room(LONGEST);
        long rest = value;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            out[size++] = (byte) (rest | 0x80);
        }
        out[size++] = (byte) rest;
    }

    private void little(long bits, int bytes) {
        room(bytes);
        for (int i = 0; i < bytes; i++) {
            out[size++] = (byte) (bits >>> (8 * i));
        }
    }

    private void room(int bytes) {
        if (out.length - size < bytes) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, size + bytes));
        }
    }
}
