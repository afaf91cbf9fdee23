// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.evaluation;

import org.penumbra.imaging.drr.ViewKey;

import java.util.Arrays;
import java.util.List;

/**
 * Predicted views.
 *
 * @param keys which views, the fine-tuned one first
 * @param azimuths their azimuths in degrees
 * @param size pixels along a side
 * @param pixels grey values in [0, 1]: {@code [views, 1, size, size]}
 */
public record Predictions(List<ViewKey> keys, double[] azimuths, int size, float[] pixels) {
    /** One view, {@code [size * size]}. */
    float[] view(int index) {
        var area = size * size;
        return Arrays.copyOfRange(pixels, index * area, (index + 1) * area);
    }
}
