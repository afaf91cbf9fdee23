// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.render;

import org.penumbra.engine.camera.Rays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sampled rays of some images, ready to be rendered.
 *
 * @param images how many images
 * @param rays rays per image
 * @param samples samples per ray
 * @param origins [images, rays, 3]
 * @param directions [images, rays, 3]
 * @param depths [images, rays, samples]
 * @param noise added to the density, [images, rays, samples]; empty: none
 */
public record RayBatch(
        int images,
        int rays,
        int samples,
        float[] origins,
        float[] directions,
        float[] depths,
        float[] noise) {

    /** Collects images one by one; all have the same number of rays and samples. */
    public static final class Builder {
        private final List<Rays> rays = new ArrayList<>();
        private final List<float[]> depths = new ArrayList<>();
        private final List<float[]> noise = new ArrayList<>();

        /**
         * Adds one image.
         *
         * @param imageRays its rays
         * @param imageDepths [rays, samples]
         * @param imageNoise [rays, samples], or empty for none (then empty for all images)
         * @return this
         */
        public Builder add(Rays imageRays, float[] imageDepths, float[] imageNoise) {
            rays.add(imageRays);
            depths.add(imageDepths);
            noise.add(imageNoise);
            return this;
        }

        /**
         * The images together.
         *
         * @return the batch
         */
        public RayBatch build() {
            int count = rays.getFirst().count();
            return new RayBatch(
                    rays.size(),
                    count,
                    depths.getFirst().length / count,
                    joined(rays.stream().map(Rays::origins).toList()),
                    joined(rays.stream().map(Rays::directions).toList()),
                    joined(depths),
                    joined(noise));
        }
    }

    /**
     * One image at evenly spaced depths without noise, as for evaluation.
     *
     * @param rays its rays
     * @param samples samples per ray
     * @return a batch of one image
     */
    public static RayBatch still(Rays rays, int samples) {
        return new Builder().add(rays, Sampling.even(rays, samples), new float[0]).build();
    }

    /**
     * Some rays of a batch of one image.
     *
     * @param from first ray
     * @param count how many
     * @return the part
     */
    RayBatch part(int from, int count) {
        int s = samples;
        return new RayBatch(
                1,
                count,
                s,
                Arrays.copyOfRange(origins, 3 * from, 3 * (from + count)),
                Arrays.copyOfRange(directions, 3 * from, 3 * (from + count)),
                Arrays.copyOfRange(depths, s * from, s * (from + count)),
                noise.length == 0
                        ? noise
                        : Arrays.copyOfRange(noise, s * from, s * (from + count)));
    }

    private static float[] joined(List<float[]> parts) {
        var whole = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
