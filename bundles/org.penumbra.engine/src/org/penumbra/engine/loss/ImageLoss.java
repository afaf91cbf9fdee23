// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.torch.Ops;

/** A difference between images, differentiable by the prediction. */
public sealed interface ImageLoss extends Loss
        permits MeanSquared, MeanAbsolute, GradientDifference, MsSsimLoss, Perceptual {
    /**
     * One number per image.
     *
     * @param prediction [batch, channels, height, width] in [−1, 1]
     * @param target the same shape
     * @return [batch]
     */
    NDArray perImage(NDArray prediction, NDArray target);

    /** The mean over the images. */
    @Override
    default NDArray of(Fit fit) {
        return Ops.meanAll(perImage(fit.prediction(), fit.target()));
    }

    /** The mean over everything but the batch, [batch, ...] to [batch]. */
    static NDArray meanPerImage(NDArray x) {
        return x.reshape(x.getShape().get(0), -1).mean(new int[] {1});
    }
}
