// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.GradientCollector;

import java.util.ArrayList;
import java.util.List;

/**
 * Records operations for differentiation while it is open. DJL allows one per process.
 *
 * <p>Gradients come back as new arrays ({@code torch.autograd.grad}) instead of gathering in a
 * field of each weight: nothing to clear between steps, and only what is asked for is computed, so
 * a generator step does not pay for the discriminator's weight gradients.
 */
public final class Tape implements AutoCloseable {
    private static final TorchScript GRADIENTS =
            TorchScript.of(
                    "Gradients",
                    """
                    def forward(self, loss: Tensor, inputs: List[Tensor]) -> List[Tensor]:
                        found = torch.grad([loss], inputs, None, None, False, True)
                        result = annotate(List[Tensor], [])
                        for i in range(torch.len(inputs)):
                            gradient = found[i]
                            if torch.__isnot__(gradient, None):
                                some = unchecked_cast(Tensor, gradient)
                                _0 = torch.append(result, some)
                            else:
                                _1 = torch.append(result, torch.zeros_like(inputs[i]))
                        return result
                    """);

    private final GradientCollector collector;

    private Tape(GradientCollector collector) {
        this.collector = collector;
    }

    /**
     * Starts recording.
     *
     * @return the open tape
     */
    public static Tape open() {
        return new Tape(Engine.getEngine("PyTorch").newGradientCollector());
    }

    /**
     * The gradient of a loss; the recording of that loss is used up.
     *
     * @param loss an array of shape []
     * @param inputs what to differentiate by; each was marked by {@link #watch} before it was used
     * @return one array per input, zeros where the loss does not depend on it; they live in the
     *     loss's manager
     */
    public List<NDArray> gradients(NDArray loss, List<NDArray> inputs) {
        NDList found =
                GRADIENTS.differentiable(
                        loss.getManager(), List.of(loss), List.of(List.copyOf(inputs)));
        return new ArrayList<>(found);
    }

    /**
     * Marks an array as something to differentiate by.
     *
     * @param array a leaf: not the result of a recorded operation
     * @return the same array
     */
    public static NDArray watch(NDArray array) {
        array.setRequiresGradient(true);
        return array;
    }

    @Override
    public void close() {
        collector.close();
    }
}
