// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.torch.Ops;
import org.penumbra.io.tensors.FloatTensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** Weights that stay as the user set them. */
public final class FixedWeighting implements Weighting {
    private final SequencedMap<String, Double> weights;

    /**
     * Fixed weights.
     *
     * @param weights by term, in the order of the losses
     */
    public FixedWeighting(SequencedMap<String, Double> weights) {
        this.weights = new LinkedHashMap<>(weights);
    }

    @Override
    public NDArray total(List<NDArray> losses) {
        return weighted(losses).stream().reduce(NDArray::add).orElseThrow();
    }

    List<NDArray> weighted(List<NDArray> losses) {
        var factors = List.copyOf(weights.values());
        return IntStream.range(0, losses.size())
                .mapToObj(i -> Ops.scale(losses.get(i), factors.get(i)))
                .toList();
    }

    @Override
    public List<NDArray> parameters() {
        return List.of();
    }

    @Override
    public void step(List<NDArray> gradients) {
        // Nothing is trained.
    }

    @Override
    public Map<String, Double> weights() {
        return new LinkedHashMap<>(weights);
    }

    @Override
    public Map<String, FloatTensor> state() {
        return Map.of();
    }

    @Override
    public void load(Map<String, FloatTensor> state) {
        // Nothing to restore.
    }

    @Override
    public void close() {
        // Nothing to free.
    }
}
