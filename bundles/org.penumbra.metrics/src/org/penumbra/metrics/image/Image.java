// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.image;

/**
 * A single-channel image. An RGB image with equal channels has the same metrics as one of them.
 *
 * @param height rows
 * @param width columns
 * @param pixels {@code [height, width]} row by row; not copied
 */
public record Image(int height, int width, float[] pixels) {

    /** Checks that the pixels fill the image. */
    public Image {
        if (height < 1 || width < 1 || (long) height * width != pixels.length) {
            throw new IllegalArgumentException(
                    "%d pixels do not fill an image of %d x %d"
                            .formatted(pixels.length, height, width));
        }
    }

    /** This image with every pixel x replaced by {@code scale * x + offset}. */
    public Image mapped(float scale, float offset) {
        var mapped = new float[pixels.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = scale * pixels[i] + offset;
        }
        return new Image(height, width, mapped);
    }
}
