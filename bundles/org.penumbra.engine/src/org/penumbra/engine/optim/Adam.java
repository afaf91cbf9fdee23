// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.penumbra.engine.torch.TorchScript;
import org.penumbra.io.InputException;
import org.penumbra.io.tensors.FloatTensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adam as PyTorch has it, without weight decay: m ← β₁m + (1−β₁)g; v ← β₂v + (1−β₂)g²; p ← p − lr /
 * (1−β₁ᵗ) · m / (√v / √(1−β₂ᵗ) + ε).
 */
public final class Adam implements Optimiser {
    private static final String COUNT = "step";
    private static final TorchScript STEP =
            TorchScript.of(
                    "Adam",
                    """
                    def forward(self, p: List[Tensor], g: List[Tensor], m: List[Tensor], \
                    v: List[Tensor], size: float, root: float, beta1: float, beta2: float, \
                    eps: float) -> Tensor:
                        for i in range(torch.len(p)):
                            m1 = torch.mul_(m[i], beta1)
                            m2 = torch.add_(m1, g[i], alpha=torch.sub(1., beta1))
                            v1 = torch.mul_(v[i], beta2)
                            v2 = torch.addcmul_(v1, g[i], g[i], value=torch.sub(1., beta2))
                            d = torch.add_(torch.div_(torch.sqrt(v2), root), eps)
                            _0 = torch.addcdiv_(torch.detach(p[i]), m2, d, value=torch.neg(size))
                        return p[0]
                    """);

    private final NDManager manager;
    private final List<NDArray> parameters;
    private final Slots means;
    private final Slots squares;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private long count;

    /**
     * An optimiser with zero state.
     *
     * @param parent where its state lives
     * @param parameters what it updates, by name
     * @param beta1 decay of the gradient's average
     * @param beta2 decay of the squared gradient's average
     * @param epsilon added to the root (published: 1e-8)
     */
    public Adam(
            NDManager parent,
            Map<String, NDArray> parameters,
            double beta1,
            double beta2,
            double epsilon) {
        this.manager = parent.newSubManager();
        this.parameters = new ArrayList<>(parameters.values());
        this.means = new Slots(manager, parameters, "exp_avg");
        this.squares = new Slots(manager, parameters, "exp_avg_sq");
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
    }

    @Override
    public void step(List<NDArray> gradients, double learningRate) {
        count++;
        double size = learningRate / (1 - StrictMath.pow(beta1, count));
        double root = StrictMath.sqrt(1 - StrictMath.pow(beta2, count));
        STEP.plain(
                        manager,
                        parameters,
                        gradients,
                        means.list(),
                        squares.list(),
                        size,
                        root,
                        beta1,
                        beta2,
                        epsilon)
                .close();
    }

    @Override
    public Map<String, FloatTensor> state() {
        var state = new LinkedHashMap<String, FloatTensor>();
        means.export(state);
        squares.export(state);
        // A float holds every whole number up to 2^24, far above any run's steps.
        state.put(COUNT, new FloatTensor(new int[0], new float[] {count}));
        return state;
    }

    @Override
    public void load(Map<String, FloatTensor> state) {
        means.load(state);
        squares.load(state);
        if (!state.containsKey(COUNT)) {
            throw new InputException("The optimiser's state lacks '" + COUNT + "'.");
        }
        count = (long) state.get(COUNT).data()[0];
    }

    @Override
    public void close() {
        manager.close();
    }
}
