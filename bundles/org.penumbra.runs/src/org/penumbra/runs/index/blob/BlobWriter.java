// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.blob;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Writes numbers one after another. */
public final class BlobWriter {
    private static final int LONGEST = 10;

    private ByteBuffer out = ByteBuffer.allocate(256);

    /** A whole number that is seldom large, as unsigned: seven bits to a byte. */
    public BlobWriter whole(long value) {
        room();
        long rest = value;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            out.put((byte) (rest | 0x80));
        }
        out.put((byte) rest);
        return this;
    }

    /** A whole number that is seldom far from zero, of either sign. */
    public BlobWriter signed(long value) {
        return whole(value << 1 ^ value >> 63);
    }

    /** A number to its last bit. */
    public BlobWriter number(double value) {
        room();
        out.putDouble(value);
        return this;
    }

    /** A number of single precision to its last bit. */
    public BlobWriter single(float value) {
        room();
        out.putFloat(value);
        return this;
    }

    private void room() {
        if (out.remaining() < LONGEST) {
            out = ByteBuffer.allocate(2 * out.capacity()).put(out.flip());
        }
    }

    /** What was written, and a checksum of it. */
    public byte[] toBytes() {
        room();
        out.putInt(checksum(out.array(), out.position()));
        return Arrays.copyOf(out.array(), out.position());
    }

    static int checksum(byte[] bytes, int length) {
        var sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
