// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

/** A term of the loss that fits a field to a view. */
public sealed interface Loss permits ImageLoss, CodePrior {
    /**
     * The loss of a fit.
     *
     * @param fit what was rendered, what it should be, and from which code
     * @return an array of shape [] in the manager of the rendering (of the code for a prior)
     */
    NDArray of(Fit fit);

    /**
     * A rendering beside its truth.
     *
     * @param prediction [batch, channels, height, width] in [−1, 1]
     * @param target the same shape, without gradient
     * @param code the latent code, [batch, width]
     */
    record Fit(NDArray prediction, NDArray target, NDArray code) {}
}
