// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import org.penumbra.engine.camera.Camera;
import org.penumbra.engine.patch.PatchSampler;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.render.DensityNoise;
import org.penumbra.engine.render.RayBatch;
import org.penumbra.engine.render.Sampling;
import org.penumbra.engine.settings.GrafSettings;

/**
 * What the generator is asked to show in an adversarial iteration: random codes, poses, patches.
 */
final class RandomViews {
    private final Camera camera;
    private final PatchSampler sampler;
    private final DensityNoise noise;
    private final GrafSettings settings;
    private final int imageSize;
    private final long seed;

    RandomViews(GrafSettings settings, PatchSampler sampler, int imageSize, long seed) {
        this.settings = settings;
        this.sampler = sampler;
        this.imageSize = imageSize;
        this.seed = seed;
        camera = settings.camera();
        noise =
                new DensityNoise(
                        settings.rays().densityNoise(), settings.rays().densityNoiseSteps());
    }

    /**
     * Latent codes from the standard normal law.
     *
     * @param player whose turn it is, {@code generator} or {@code discriminator}
     * @param iteration from 0
     * @return {@code [batch, code]}
     */
    float[] codes(String player, long iteration) {
        return new Draw(seed, player + "/code", iteration)
                .normal(settings.batchSize() * settings.field().code());
    }

    /**
     * Sampled rays of one random patch of one random view for each image of the batch.
     *
     * @param player whose turn it is, {@code generator} or {@code discriminator}
     * @param iteration from 0; sets the patches' least scale and the density noise
     */
    RayBatch rays(String player, long iteration) {
        var batch = new RayBatch.Builder();
        for (int image = 0; image < settings.batchSize(); image++) {
            add(batch, player, iteration, image);
        }
        return batch.build();
    }

    private void add(RayBatch.Builder batch, String player, long iteration, int image) {
        var pose = camera.random(draw(player, "pose", iteration, image));
        var patch = sampler.random(draw(player, "patch", iteration, image));
        var rays = camera.rays(pose, imageSize, patch.columns(imageSize), patch.rows(imageSize));
        var samples = settings.rays().samples();
        var depths =
                settings.rays().perturb()
                        ? Sampling.stratified(
                                rays, samples, draw(player, "depths", iteration, image))
                        : Sampling.even(rays, samples);
        var densities = noise.draw(depths.length, draw(player, "noise", iteration, image));
        batch.add(rays, depths, densities);
    }

    private Draw draw(String player, String what, long iteration, int image) {
        return new Draw(seed, player + "/" + what, iteration).part(image);
    }
}
