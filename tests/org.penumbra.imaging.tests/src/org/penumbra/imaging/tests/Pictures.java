// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.tests;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** PNG files to read. */
final class Pictures {
    private Pictures() {}

    /** A grey ramp from the left, 8 bits; the seed makes pictures different. */
    static byte[] grey(int width, int height, int seed) {
        return png(width, height, BufferedImage.TYPE_BYTE_GRAY, seed);
    }

    /** The ramp in a form of {@link BufferedImage}. */
    static byte[] png(int width, int height, int type, int seed) {
        var image = new BufferedImage(width, height, type);
        int scale = type == BufferedImage.TYPE_USHORT_GRAY ? 257 : 1;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                for (int band = 0; band < Math.min(3, image.getRaster().getNumBands()); band++) {
                    image.getRaster()
                            .setSample(column, row, band, scale * value(column, row, seed));
                }
            }
        }
        return encoded(image);
    }

    /** The 8-bit value of a pixel of the ramp. */
    static int value(int column, int row, int seed) {
        return (7 * column + 13 * row + seed) % 256;
    }

    static byte[] encoded(BufferedImage image) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture with another size in its header and that header's checksum in order. */
    static byte[] claiming(byte[] png, int width, int height) {
        var bytes = ByteBuffer.wrap(png.clone());
        bytes.putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(bytes.array(), 12, 17);
        return bytes.putInt(29, (int) crc.getValue()).array();
    }
}
