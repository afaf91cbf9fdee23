// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.image;

/** A double-precision image for the filters' intermediate results, {@code [height, width]}. */
record Plane(int height, int width, double[] values) {

    static Plane of(Image image) {
        var values = new double[image.pixels().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = image.pixels()[i];
        }
        return new Plane(image.height(), image.width(), values);
    }

    /** The products of two planes' values. */
    Plane times(Plane other) {
        var product = new double[values.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = values[i] * other.values[i];
        }
        return new Plane(height, width, product);
    }

    /** Half the size: means of 2 x 2 values, an odd last row or column left out. */
    Plane halved() {
        var half = new Plane(height / 2, width / 2, new double[(height / 2) * (width / 2)]);
        for (int row = 0; row < half.height; row++) {
            for (int column = 0; column < half.width; column++) {
                int at = 2 * row * width + 2 * column;
                half.values[row * half.width + column] =
                        (values[at] + values[at + 1] + values[at + width] + values[at + width + 1])
                                / 4;
            }
        }
        return half;
    }

    /** Mirrored outwards by a margin, the border values not repeated. */
    Plane reflected(int margin) {
        int wide = width + 2 * margin;
        var padded = new double[(height + 2 * margin) * wide];
        for (int i = 0; i < padded.length; i++) {
            int row = mirror(i / wide - margin, height);
            padded[i] = values[row * width + mirror(i % wide - margin, width)];
        }
        return new Plane(height + 2 * margin, wide, padded);
    }

    private static int mirror(int index, int size) {
        int positive = Math.abs(index);
        return positive < size ? positive : 2 * (size - 1) - positive;
    }
}
