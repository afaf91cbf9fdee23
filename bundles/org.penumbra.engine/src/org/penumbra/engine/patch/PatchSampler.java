// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.patch;

import org.penumbra.engine.random.Draw;

/**
 * Draws patches of random scale and place; the least scale falls during training, so that the
 * discriminator sees whole images first and details later.
 *
 * @param size positions along a side (published: 32)
 * @param scaleMin the least scale at the end (published: 0.25)
 * @param scaleMax the greatest scale (published: 1)
 * @param annealing how fast the least scale falls (published: 0.0025); 0 keeps it at scaleMin
 */
public record PatchSampler(int size, double scaleMin, double scaleMax, double annealing) {
    /** The original code never lets the least scale above this. */
    private static final double CEILING = 0.9;

    /**
     * The least scale at a step: min(0.9, max(scaleMin, scaleMax · exp(−annealing · 3 ·
     * ⌊step/1000⌋))).
     *
     * @param step the training step
     * @return the least scale
     */
    public double leastScale(long step) {
        if (annealing <= 0) {
            return scaleMin;
        }
        double fallen = scaleMax * Math.exp(-annealing * 3 * (step / 1000));
        return Math.min(CEILING, Math.max(scaleMin, fallen));
    }

    /**
     * A random patch inside the image.
     *
     * @param draw where the numbers come from; its step sets the least scale
     * @return the patch
     */
    public Patch random(Draw draw) {
        var u = draw.uniform(3);
        double least = leastScale(draw.step());
        double scale = least + (scaleMax - least) * u[0];
        double room = 1 - scale;
        // Uniform magnitude with a random sign is uniform in [-room, room].
        return new Patch(size, scale, room * (2 * u[1] - 1), room * (2 * u[2] - 1));
    }
}
