// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.penumbra.engine.torch.TorchScript;
import org.penumbra.io.tensors.FloatTensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * RMSprop as PyTorch has it, without momentum and centring: v ← αv + (1−α)g²; p ← p − lr · g / (√v
 * + ε).
 */
public final class RmsProp implements Optimiser {
    private static final TorchScript STEP =
            TorchScript.of(
                    "RmsProp",
                    """
                    def forward(self, p: List[Tensor], g: List[Tensor], v: List[Tensor], \
                    lr: float, alpha: float, eps: float) -> Tensor:
                        for i in range(torch.len(p)):
                            s = torch.mul_(v[i], alpha)
                            s1 = torch.addcmul_(s, g[i], g[i], value=torch.sub(1., alpha))
                            d = torch.add_(torch.sqrt(s1), eps)
                            _0 = torch.addcdiv_(torch.detach(p[i]), g[i], d, value=torch.neg(lr))
                        return p[0]
                    """);

    private final NDManager manager;
    private final List<NDArray> parameters;
    private final Slots squares;
    private final double alpha;
    private final double epsilon;

    /**
     * An optimiser with zero state.
     *
     * @param parent where its state lives
     * @param parameters what it updates, by name
     * @param alpha decay of the squared gradient's average (published: 0.99)
     * @param epsilon added to the root (published: 1e-8)
     */
    public RmsProp(
            NDManager parent, Map<String, NDArray> parameters, double alpha, double epsilon) {
        this.manager = parent.newSubManager();
        this.parameters = new ArrayList<>(parameters.values());
        this.squares = new Slots(manager, parameters, "square_avg");
        this.alpha = alpha;
        this.epsilon = epsilon;
    }

    @Override
    public void step(List<NDArray> gradients, double learningRate) {
        STEP.plain(manager, parameters, gradients, squares.list(), learningRate, alpha, epsilon)
                .close();
    }

    @Override
    public Map<String, FloatTensor> state() {
        var state = new LinkedHashMap<String, FloatTensor>();
        squares.export(state);
        return state;
    }

    @Override
    public void load(Map<String, FloatTensor> state) {
        squares.load(state);
    }

    @Override
    public void close() {
        manager.close();
    }
}
