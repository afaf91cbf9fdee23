// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.discriminator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.torch.TorchScript;
import org.penumbra.io.tensors.FloatTensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A patch discriminator with its weights. In training mode every call moves the state on, as in the
 * original: one power iteration per convolution, running statistics of the batch norms, and both
 * once per head for the trunk that the heads share. Calls with heads that the loss does not use
 * matter for that reason, and the trainer makes them all.
 *
 * <p>Results live in the manager of the patches.
 */
public final class PatchDiscriminator implements AutoCloseable {
    private final DiscriminatorShape shape;
    private final Weights weights;
    private final List<NDArray> arrays = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<Mode, TorchScript> scripts = new LinkedHashMap<>();

    private record Mode(OptionalInt quadrant, boolean training) {}

    private PatchDiscriminator(DiscriminatorShape shape, Weights weights) {
        this.shape = shape;
        this.weights = weights;
        collect(weights.parameters());
        collect(weights.buffers());
    }

    private void collect(Map<String, NDArray> part) {
        names.addAll(part.keySet());
        arrays.addAll(part.values());
    }

    /**
     * A discriminator with fresh weights.
     *
     * @param parent where the weights live
     * @param shape its sizes
     * @param initialiser the law and seed of its weights
     * @return the discriminator; the caller closes it
     */
    public static PatchDiscriminator fresh(
            NDManager parent, DiscriminatorShape shape, Initialiser initialiser) {
        return new PatchDiscriminator(
                shape, DiscriminatorWeights.fresh(parent, shape, initialiser));
    }

    /**
     * What the heads say, in training mode.
     *
     * @param patches [batch, 3, size, size] in [−1, 1]
     * @return per head its logits, [batch · logits]
     */
    public List<NDArray> heads(NDArray patches) {
        return run(patches, new Mode(OptionalInt.empty(), true));
    }

    /**
     * What the heads say, in evaluation mode: no state moves.
     *
     * @param patches [batch, 3, size, size] in [−1, 1]
     * @return per head its logits, [batch · logits]
     */
    public List<NDArray> evaluatedHeads(NDArray patches) {
        return run(patches, new Mode(OptionalInt.empty(), false));
    }

    /**
     * What heads and decoders say of real patches, in training mode.
     *
     * @param patches [batch, 3, size, size] in [−1, 1]
     * @param quadrant which quarter of the feature map the second decoder gets
     * @return logits and pictures
     */
    public Judgement judge(NDArray patches, Quadrant quadrant) {
        var all = run(patches, new Mode(OptionalInt.of(quadrant.ordinal()), true));
        int heads = shape.heads();
        return new Judgement(
                List.copyOf(all.subList(0, heads)), all.get(heads), all.get(heads + 1), quadrant);
    }

    private List<NDArray> run(NDArray patches, Mode mode) {
        var script =
                scripts.computeIfAbsent(
                        mode,
                        m -> DiscriminatorScript.of(shape, names, m.quadrant(), m.training()));
        return script.differentiable(patches.getManager(), List.of(patches), List.of(arrays));
    }

    /**
     * The sizes.
     *
     * @return the shape it was made with
     */
    public DiscriminatorShape shape() {
        return shape;
    }

    /**
     * The weights under their original names; the trunk that all heads share is kept once, as
     * {@code dag_heads.0.0} and {@code dag_heads.0.1}.
     *
     * @return the weights themselves, not a copy
     */
    public Weights weights() {
        return weights;
    }

    /**
     * The state as the original implementation saves it, where the shared trunk appears under every
     * head's name. {@link Weights#load} takes it back.
     *
     * @return tensors by original name
     */
    public Map<String, FloatTensor> originalState() {
        var state = new LinkedHashMap<String, FloatTensor>();
        weights.export()
                .forEach(
                        (name, tensor) -> {
                            state.put(name, tensor);
                            for (int i = 1; i < shape.heads() && isTrunk(name); i++) {
                                state.put(name.replace("heads.0", "heads." + i), tensor);
                            }
                        });
        return state;
    }

    private static boolean isTrunk(String name) {
        return name.startsWith("dag_heads.0.0.") || name.startsWith("dag_heads.0.1.");
    }

    @Override
    public void close() {
        weights.close();
    }
}
