// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.renders;

import org.penumbra.imaging.drr.ViewKey;

import java.util.Arrays;
import java.util.List;

/**
 * The images of one step.
 *
 * @param step the step they were made at
 * @param views which view each image predicts
 * @param angles the azimuth of each image in degrees, NaN where it is not known
 * @param size height and width in pixels
 * @param pixels {@code [views, 1, size, size]} in [0, 1], row by row
 */
public record Render(long step, List<ViewKey> views, double[] angles, int size, float[] pixels) {

    /** The pixels of one image, {@code [size, size]}. */
    public float[] image(int index) {
        int length = size * size;
        return Arrays.copyOfRange(pixels, index * length, (index + 1) * length);
    }
}
