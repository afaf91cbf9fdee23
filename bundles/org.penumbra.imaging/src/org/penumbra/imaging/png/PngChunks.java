// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Checks a PNG file's frame (ISO/IEC 15948) before anything is decoded: signature, chunk lengths
 * and CRCs, the header, and that the compressed data can fill the image at all.
 *
 * @param essential the file with nothing but the chunks that make the pixels; profiles, gamma and
 *     texts would change values or hide further compressed data
 * @param maximum the largest sample value, 255 or 65535
 * @param decodedBytes what the decoded pixels take, with a float for each
 */
record PngChunks(byte[] essential, int maximum, long decodedBytes) {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int MOST_PIXELS = 16384;
    private static final int GREY = 0;
    private static final int RGB = 2;

    /** Deflate cannot shrink by more than this. */
    private static final int BEST_COMPRESSION = 1032;

    static PngChunks check(byte[] file) throws PngDamage {
        if (!Arrays.equals(file, 0, Math.min(8, file.length), SIGNATURE, 0, 8)) {
            throw new PngDamage("it does not begin like one; convert it to PNG");
        }
        var in = ByteBuffer.wrap(file, 8, file.length - 8);
        var header = chunk(in);
        if (!header.type.equals("IHDR") || header.data.remaining() != 13) {
            throw new PngDamage("its header is damaged; make or copy the file again");
        }
        var out = new ByteArrayOutputStream(file.length);
        out.writeBytes(SIGNATURE);
        out.writeBytes(header.whole);
        long raw = rawBytes(header.data);
        if (copyPixels(in, out) * BEST_COMPRESSION < raw) {
            throw new PngDamage(
                    "its header promises more pixels than the file can hold; make it again");
        }
        long pixels = (long) header.data.getInt(0) * header.data.getInt(4);
        int maximum = header.data.get(8) == 8 ? 255 : 65535;
        return new PngChunks(out.toByteArray(), maximum, raw + pixels * Float.BYTES);
    }

    /** Copies the pixel chunks and the end; returns the bytes of compressed pixels. */
    private static long copyPixels(ByteBuffer in, ByteArrayOutputStream out) throws PngDamage {
        long compressed = 0;
        while (true) {
            var chunk = chunk(in);
            if (chunk.type.equals("IDAT")) {
                compressed += chunk.data.remaining();
                out.writeBytes(chunk.whole);
            } else if (chunk.type.equals("IEND")) {
                out.writeBytes(chunk.whole);
                return compressed;
            }
        }
    }

    private record Chunk(String type, ByteBuffer data, byte[] whole) {}

    private static Chunk chunk(ByteBuffer in) throws PngDamage {
        int length = in.remaining() < 12 ? -1 : in.getInt(in.position());
        if (length < 0 || length > in.remaining() - 12) {
            throw new PngDamage("it is cut off; make or copy the file again");
        }
        var whole = new byte[length + 12];
        in.get(whole);
        var crc = new CRC32();
        crc.update(whole, 4, length + 4);
        var view = ByteBuffer.wrap(whole);
        if ((int) crc.getValue() != view.getInt(length + 8)) {
            throw new PngDamage("its checksum is wrong; make or copy the file again");
        }
        var type = new String(whole, 4, 4, StandardCharsets.ISO_8859_1);
        return new Chunk(type, view.slice(8, length), whole);
    }

    /** The size of the unpacked pixels in bytes, one filter byte a row counted. */
    private static long rawBytes(ByteBuffer header) throws PngDamage {
        long width = Integer.toUnsignedLong(header.getInt(0));
        long height = Integer.toUnsignedLong(header.getInt(4));
        if (width < 1 || height < 1 || width > MOST_PIXELS || height > MOST_PIXELS) {
            throw new PngDamage(
                    "its header says %d x %d pixels; 1 to %d a side are read"
                            .formatted(width, height, MOST_PIXELS));
        }
        int bits = header.get(8);
        int colour = header.get(9);
        if ((bits != 8 && bits != 16) || (colour != GREY && colour != RGB)) {
            throw new PngDamage(
                    "it is neither grey nor RGB with 8 or 16 bits; convert it, without transparency"
                            + " or palette");
        }
        return height * (1 + width * (colour == RGB ? 3 : 1) * bits / 8);
    }
}
