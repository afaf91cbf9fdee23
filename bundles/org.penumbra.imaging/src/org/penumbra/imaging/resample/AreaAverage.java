// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.resample;

/** Reduces square images by averaging: every new pixel is the mean of the area that it covers. */
public final class AreaAverage {
    private AreaAverage() {}

    /**
     * Resizes; the image's mean is kept. Sizes need not divide each other.
     *
     * @param pixels {@code [size, size]}
     * @param newSize at most {@code size}
     * @return {@code [newSize, newSize]}; the given array itself where the size stays
     */
    public static float[] resize(float[] pixels, int size, int newSize) {
        if (newSize < 1 || newSize > size || pixels.length != size * size) {
            throw new IllegalArgumentException(
                    "%d pixels of a side of %d cannot be averaged to a side of %d"
                            .formatted(pixels.length, size, newSize));
        }
        if (newSize == size) {
            return pixels;
        }
        var narrow = alongRows(pixels, size, size, newSize);
        return transposed(
                alongRows(transposed(narrow, size, newSize), newSize, size, newSize),
                newSize,
                newSize);
    }

    /** {@code [rows, size]} to {@code [rows, newSize]}. */
    private static float[] alongRows(float[] pixels, int rows, int size, int newSize) {
        var result = new float[rows * newSize];
        double scale = (double) size / newSize;
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < newSize; i++) {
                result[row * newSize + i] =
                        (float) mean(pixels, row * size, size, i * scale, (i + 1) * scale);
            }
        }
        return result;
    }

    private static double mean(float[] pixels, int start, int size, double from, double to) {
        double sum = 0;
        for (int i = (int) from; i < Math.min(size, Math.ceil(to)); i++) {
            double covered = Math.min(i + 1, to) - Math.max(i, from);
            sum += covered * pixels[start + i];
        }
        return sum / (to - from);
    }

    private static float[] transposed(float[] pixels, int rows, int columns) {
        var result = new float[pixels.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                result[column * rows + row] = pixels[row * columns + column];
            }
        }
        return result;
    }
}
