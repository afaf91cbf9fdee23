// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import org.penumbra.engine.patch.PatchSampler;
import org.penumbra.engine.random.Draw;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;

import java.util.List;

/** Patches of the training views: every view once in random order, then again in another. */
final class RealPatches {
    private static final int COLOURS = 3;

    private final List<DrrView> views;
    private final int imageSize;
    private final PatchSampler sampler;
    private final int batch;
    private final long seed;
    private long epoch = -1;
    private int[] order = {};

    RealPatches(DrrSet training, PatchSampler sampler, int batch, long seed) {
        views = training.views();
        imageSize = training.imageSize();
        this.sampler = sampler;
        this.batch = batch;
        this.seed = seed;
    }

    /**
     * The patches of an iteration, read bilinearly from the views.
     *
     * @param iteration from 0; sets the order's place and the patches' least scale
     * @return {@code [batch, 3, size, size]} in [-1, 1], the three colours equal
     */
    float[] batch(long iteration) {
        var area = sampler.size() * sampler.size();
        var pixels = new float[batch * COLOURS * area];
        for (int i = 0; i < batch; i++) {
            var patch = sampler.random(new Draw(seed, "real/patch", iteration).part(i));
            var grey = patch.sample(view(iteration * batch + i).pixels(), imageSize);
            for (int j = 0; j < area; j++) {
                grey[j] = 2 * grey[j] - 1;
            }
            for (int colour = 0; colour < COLOURS; colour++) {
                System.arraycopy(grey, 0, pixels, (i * COLOURS + colour) * area, area);
            }
        }
        return pixels;
    }

    private DrrView view(long index) {
        var wanted = index / views.size();
        if (wanted != epoch) {
            epoch = wanted;
            order = new Draw(seed, "real/order", epoch).permutation(views.size());
        }
        return views.get(order[(int) (index % views.size())]);
    }
}
