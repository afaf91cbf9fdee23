// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.patch;

/**
 * A regular grid of positions on an image, the image being the square [−1, 1]² whose corners are
 * the centres of its corner pixels.
 *
 * @param size positions along a side
 * @param scale half the side's length
 * @param shiftX centre, to the right
 * @param shiftY centre, downwards
 */
public record Patch(int size, double scale, double shiftX, double shiftY) {
    /**
     * The patch that is the whole image, pixel by pixel.
     *
     * @param imageSize pixels along a side
     * @return the patch
     */
    public static Patch whole(int imageSize) {
        return new Patch(imageSize, 1, 0, 0);
    }

    /**
     * Columns of all positions.
     *
     * @param imageSize pixels along the image's side
     * @return [size²] row by row, in pixels, between 0 and imageSize − 1
     */
    public float[] columns(int imageSize) {
        return positions(imageSize, false);
    }

    /**
     * Rows of all positions.
     *
     * @param imageSize pixels along the image's side
     * @return [size²] row by row, in pixels, between 0 and imageSize − 1
     */
    public float[] rows(int imageSize) {
        return positions(imageSize, true);
    }

    private float[] positions(int imageSize, boolean downwards) {
        var positions = new float[size * size];
        for (int i = 0; i < positions.length; i++) {
            int step = downwards ? i / size : i % size;
            double unit = size == 1 ? 0 : 2.0 * step / (size - 1) - 1;
            double place = scale * unit + (downwards ? shiftY : shiftX);
            positions[i] = (float) ((place + 1) / 2 * (imageSize - 1));
        }
        return positions;
    }

    /**
     * Reads an image at the positions, bilinearly between pixel centres.
     *
     * @param image [imageSize, imageSize] row-major
     * @param imageSize pixels along a side
     * @return [size²]
     */
    public float[] sample(float[] image, int imageSize) {
        var columns = columns(imageSize);
        var rows = rows(imageSize);
        var values = new float[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bilinear(image, imageSize, columns[i], rows[i]);
        }
        return values;
    }

    private static float bilinear(float[] image, int size, float column, float row) {
        int left = Math.clamp((int) column, 0, Math.max(0, size - 2));
        int top = Math.clamp((int) row, 0, Math.max(0, size - 2));
        int right = Math.min(left + 1, size - 1);
        int bottom = Math.min(top + 1, size - 1);
        float x = column - left;
        float y = row - top;
        float upper = image[top * size + left] * (1 - x) + image[top * size + right] * x;
        float lower = image[bottom * size + left] * (1 - x) + image[bottom * size + right] * x;
        return upper * (1 - y) + lower * y;
    }
}
