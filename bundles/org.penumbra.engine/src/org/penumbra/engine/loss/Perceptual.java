// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.perceptual.Lpips;

/**
 * LPIPS, the distance between deep features.
 *
 * @param network the network with its weights; closed by who opened it
 */
public record Perceptual(Lpips network) implements ImageLoss {
    @Override
    public NDArray perImage(NDArray prediction, NDArray target) {
        return network.distance(prediction, target);
    }
}
