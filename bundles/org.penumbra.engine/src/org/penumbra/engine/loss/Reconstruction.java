// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.augment.Resize;
import org.penumbra.engine.discriminator.Judgement;
import org.penumbra.engine.settings.Fidelity;
import org.penumbra.engine.torch.Ops;

/**
 * The self-supervision of the discriminator: its decoders' pictures compared with the real patches
 * and with their quadrant, both enlarged by nearest neighbours; summed over the batch.
 *
 * @param loss what compares the pictures (published: LPIPS over VGG-16)
 * @param weight its factor (published: 1)
 * @param fidelity which quadrant is the target, see {@link
 *     org.penumbra.engine.discriminator.Quadrant#target}
 */
public record Reconstruction(ImageLoss loss, double weight, Fidelity fidelity) {
    /**
     * The loss of one batch.
     *
     * @param judgement what the discriminator said of these patches
     * @param patches [batch, 3, size, size], without gradient
     * @return an array of shape []
     */
    public NDArray of(Judgement judgement, NDArray patches) {
        var whole = compare(judgement.whole(), patches);
        var part = compare(judgement.part(), judgement.quadrant().target(patches, fidelity));
        return Ops.scale(whole.add(part), weight);
    }

    private NDArray compare(NDArray drawn, NDArray target) {
        var shape = drawn.getShape();
        var enlarged = Resize.nearest(target, shape.get(2), shape.get(3));
        return Ops.sumAll(loss.perImage(drawn, enlarged));
    }
}
