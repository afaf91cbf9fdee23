// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.settings.Fidelity;
import org.penumbra.engine.torch.Ops;

/**
 * The hinge with random label smoothing. A label is the margin that a verdict must reach; the
 * official code draws it uniformly from [0.8, 1), once per copy.
 *
 * @param fidelity {@link Fidelity#CODE}: the hinge of the logits' mean, as the official code has
 *     it; {@link Fidelity#PAPER}: the mean of the logits' hinges, as hinge losses are written
 */
public record Hinge(Fidelity fidelity) {
    /**
     * The margin of a draw.
     *
     * @param smoothing width of the labels' interval below 1 (published: 0.2)
     * @param uniform a number in [0, 1)
     * @return a number in [1 − smoothing, 1)
     */
    public static double label(double smoothing, double uniform) {
        return 1 - smoothing + smoothing * uniform;
    }

    /**
     * The loss of real patches: (label − d) above zero.
     *
     * @param logits one head's logits, any shape
     * @param label the margin
     * @return an array of shape []
     */
    public NDArray real(NDArray logits, double label) {
        return hinge(logits.neg(), label);
    }

    /**
     * The loss of rendered patches: (label + d) above zero.
     *
     * @param logits one head's logits, any shape
     * @param label the margin
     * @return an array of shape []
     */
    public NDArray fake(NDArray logits, double label) {
        return hinge(logits, label);
    }

    private NDArray hinge(NDArray signed, double label) {
        return switch (fidelity) {
            case CODE -> Ops.relu(Ops.add(Ops.meanAll(signed), label));
            case PAPER -> Ops.meanAll(Ops.relu(Ops.add(signed, label)));
        };
    }
}
