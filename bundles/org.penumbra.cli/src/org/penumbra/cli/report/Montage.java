// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.report;

import org.penumbra.io.InputException;
import org.penumbra.io.files.AtomicFile;
import org.penumbra.io.numpy.Npy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/**
 * Many views in one image, row by row, as many in a row as there are rows or more.
 *
 * @param views how many
 * @param size pixels along a side of each
 * @param pixels {@code [views, 1, size, size]} in [0, 1]
 */
public record Montage(int views, int size, float[] pixels) {
    private static final int RANK = 4;
    private static final int WHITE = 255;

    /** The views of a file. */
    public static Montage of(Path file) {
        var array = Npy.read(file);
        int[] shape = array.shape();
        if (shape.length != RANK || shape[1] != 1 || shape[2] != shape[3] || shape[0] < 1) {
            throw new InputException(file + " holds no square views of one channel");
        }
        return new Montage(shape[0], shape[2], array.floats());
    }

    private int columns() {
        return (int) Math.ceil(Math.sqrt(views));
    }

    /** Writes an 8-bit grey PNG. */
    public void write(Path file) {
        int rows = Math.ceilDiv(views, columns());
        var image = new BufferedImage(columns() * size, rows * size, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < pixels.length; i++) {
            place(image, i);
        }
        AtomicFile.write(file, encoded(image));
    }

    private void place(BufferedImage image, int index) {
        int view = index / (size * size);
        int pixel = index % (size * size);
        int x = view % columns() * size + pixel % size;
        int y = view / columns() * size + pixel / size;
        int grey = Math.clamp(Math.round(pixels[index] * WHITE), 0, WHITE);
        image.getRaster().setSample(x, y, 0, grey);
    }

    private static byte[] encoded(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
