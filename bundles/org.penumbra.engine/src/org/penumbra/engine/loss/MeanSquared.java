// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.torch.Ops;

/** Mean squared difference over pixels and channels. */
public record MeanSquared() implements ImageLoss {
    @Override
    public NDArray perImage(NDArray prediction, NDArray target) {
        return ImageLoss.meanPerImage(Ops.square(prediction.sub(target)));
    }
}
