// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds one protocol buffer message field by field. */
final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

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
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message inner) {
        return bytes(field, inner.toBytes());
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private Message bytes(int field, byte[] value) {
        key(field, Wire.BYTES);
        raw(value.length);
        out.writeBytes(value);
        return this;
    }

    private void key(int field, int type) {
        raw((long) field << 3 | type);
    }

    /** Seven bits at a time, the lowest first; the eighth says that more follow. */
    private void raw(long value) {
        long rest = value;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            out.write((int) (rest & 0x7F | 0x80));
        }
        out.write((int) rest);
    }

    private void little(long bits, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (bits >>> (8 * i)));
        }
    }
}
