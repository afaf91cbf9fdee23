// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.records;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The frame around one record. */
final class Frame {
    /** Bytes of the length and its checksum. */
    static final int HEADER = Long.BYTES + Integer.BYTES;

    /** Bytes of the checksum behind the content. */
    static final int FOOTER = Integer.BYTES;

    /** Bytes of the largest content: far beyond any event, far below any heap. */
    static final int LARGEST = 256 << 20;

    private static final int MASK_ROTATION = 15;
    private static final int MASK_DELTA = 0xa282ead8;

    private Frame() {}

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] header(int length) {
        var header = little(new byte[HEADER]).putLong(length);
        return header.putInt(maskedCrc(header.array(), Long.BYTES)).array();
    }

    static byte[] footer(byte[] content) {
        return little(new byte[FOOTER]).putInt(maskedCrc(content, content.length)).array();
    }

    /** Masked, because the checksum of bytes that hold their own checksum is a weak one. */
    static int maskedCrc(byte[] bytes, int length) {
        return maskedCrc(new CRC32C(), bytes, 0, length);
    }

    /** The same of a part, with a sum that is used again and again. */
    static int maskedCrc(CRC32C sum, byte[] bytes, int start, int length) {
        sum.reset();
        sum.update(bytes, start, length);
        return Integer.rotateRight((int) sum.getValue(), MASK_ROTATION) + MASK_DELTA;
    }
}
