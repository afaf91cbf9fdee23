// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.render;

import org.penumbra.engine.camera.Rays;
import org.penumbra.engine.random.Draw;

/** Places samples along rays, linear in depth. */
public final class Sampling {
    private Sampling() {}

    /**
     * Evenly spaced depths from near to far, both included.
     *
     * @param rays the rays of one image
     * @param samples samples per ray
     * @return [rays, samples]
     */
    public static float[] even(Rays rays, int samples) {
        var ray = ladder(rays, samples);
        var depths = new float[rays.count() * samples];
        for (int i = 0; i < rays.count(); i++) {
            System.arraycopy(ray, 0, depths, i * samples, samples);
        }
        return depths;
    }

    /**
     * Stratified depths: each uniform between the midpoints to its even neighbours.
     *
     * @param rays the rays of one image
     * @param samples samples per ray
     * @param draw where the numbers come from
     * @return [rays, samples], rising along each ray
     */
    public static float[] stratified(Rays rays, int samples, Draw draw) {
        var ray = ladder(rays, samples);
        var depths = draw.uniform(rays.count() * samples);
        for (int i = 0; i < depths.length; i++) {
            int k = i % samples;
            float low = k == 0 ? ray[0] : 0.5f * (ray[k] + ray[k - 1]);
            float high = k == samples - 1 ? ray[k] : 0.5f * (ray[k + 1] + ray[k]);
            depths[i] = low + (high - low) * depths[i];
        }
        return depths;
    }

    private static float[] ladder(Rays rays, int samples) {
        var ray = new float[samples];
        for (int k = 0; k < samples; k++) {
            float t = samples == 1 ? 0 : (float) k / (samples - 1);
            ray[k] = rays.near() * (1 - t) + rays.far() * t;
        }
        return ray;
    }
}
