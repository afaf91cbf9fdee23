// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import ai.djl.ndarray.NDManager;

import org.penumbra.engine.augment.Augmentation;
import org.penumbra.engine.checkpoint.StateFolder;
import org.penumbra.engine.discriminator.BlockKind;
import org.penumbra.engine.discriminator.DiscriminatorShape;
import org.penumbra.engine.discriminator.PatchDiscriminator;
import org.penumbra.engine.field.ConditionalField;
import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.optim.MovingAverage;
import org.penumbra.engine.render.Renderer;
import org.penumbra.engine.settings.GrafSettings;

/**
 * The networks of a run under the names that the official checkpoints give them.
 *
 * @param home where everything lives that outlives a step; closing it frees all networks
 * @param renderer of the field
 * @param generator the field's weights
 * @param average the generator's moving average, {@code generator_test}; fine-tuning changes it
 * @param discriminator the judge of patches
 */
record Networks(
        NDManager home,
        Renderer renderer,
        Weights generator,
        MovingAverage average,
        PatchDiscriminator discriminator) {
    static Networks fresh(NDManager home, GrafSettings settings, BlockKind blocks, long seed) {
        var field = new ConditionalField(settings.field());
        var generator = field.initial(home, new Initialiser(seed, "generator"));
        var judge = settings.discriminator();
        var shape =
                new DiscriminatorShape(
                        blocks,
                        judge.features(),
                        settings.rays().patchSize(),
                        Augmentation.count(judge.augmentation()));
        return new Networks(
                home,
                new Renderer(field),
                generator,
                new MovingAverage(home, generator, settings.averaging()),
                PatchDiscriminator.fresh(home, shape, new Initialiser(seed, "discriminator")));
    }

    void save(StateFolder folder) {
        folder.write("generator", generator.export());
        folder.write("generator_test", average.weights().export());
        folder.write("discriminator", discriminator.originalState());
    }

    void restore(StateFolder folder) {
        generator.load(folder.read("generator"));
        average.weights().load(folder.read("generator_test"));
        discriminator.weights().load(folder.read("discriminator"));
    }
}
