// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.optim;

import ai.djl.ndarray.NDManager;

import org.penumbra.engine.nn.Transfer;
import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.torch.TorchScript;

/** The exponential moving average of a network's parameters; buffers are taken over as they are. */
public final class MovingAverage implements AutoCloseable {
    private static final TorchScript STEP =
            TorchScript.of(
                    "MovingAverage",
                    """
                    def forward(self, a: List[Tensor], p: List[Tensor], beta: float) -> Tensor:
                        for i in range(torch.len(a)):
                            s = torch.mul_(a[i], beta)
                            _0 = torch.add_(s, torch.detach(p[i]), alpha=torch.sub(1., beta))
                        return a[0]
                    """);

    private final Weights source;
    private final Weights average;
    private final double beta;

    /**
     * An average that starts at the weights' present values.
     *
     * @param parent where the average lives
     * @param source the trained weights
     * @param beta share of the old average in the new one (published: 0.999)
     */
    public MovingAverage(NDManager parent, Weights source, double beta) {
        this.source = source;
        this.average = source.frozenCopy(parent);
        this.beta = beta;
    }

    /** Takes in the present values of the trained weights. */
    public void update() {
        STEP.plain(average.manager(), average.parameterList(), source.parameterList(), beta)
                .close();
        source.buffers().forEach((name, now) -> Transfer.overwrite(average.get(name), now));
    }

    /**
     * The averaged weights.
     *
     * @return the weights themselves, not a copy
     */
    public Weights weights() {
        return average;
    }

    @Override
    public void close() {
        average.close();
    }
}
