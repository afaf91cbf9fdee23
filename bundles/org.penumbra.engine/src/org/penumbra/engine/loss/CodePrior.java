// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.torch.Ops;

/** mean(z² / 2), the negative logarithm of the code's normal prior per component. */
public record CodePrior() implements Loss {
    @Override
    public NDArray of(Fit fit) {
        return Ops.scale(Ops.meanAll(Ops.square(fit.code())), 0.5);
    }
}
