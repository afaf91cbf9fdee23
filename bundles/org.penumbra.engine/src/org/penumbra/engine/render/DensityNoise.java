// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.render;

import org.penumbra.engine.random.Draw;

/**
 * Noise on the density that fades during training.
 *
 * @param initial standard deviation at step 0 (published: 1)
 * @param steps steps over which it falls linearly to 0 (published: 5000); 0: no fall
 */
public record DensityNoise(double initial, long steps) {
    /**
     * The standard deviation at a step.
     *
     * @param step the training step
     * @return the deviation, not negative
     */
    public double at(long step) {
        return steps <= 0 ? initial : Math.max(0, initial - initial / steps * step);
    }

    /**
     * Draws the noise of one image.
     *
     * @param count rays times samples
     * @param draw where the numbers come from; its step sets the deviation
     * @return [count], or empty when the deviation is 0
     */
    public float[] draw(int count, Draw draw) {
        double deviation = at(draw.step());
        if (deviation <= 0) {
            return new float[0];
        }
        var noise = draw.normal(count);
        for (int i = 0; i < count; i++) {
            noise[i] *= (float) deviation;
        }
        return noise;
    }
}
