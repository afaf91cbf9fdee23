// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

import org.penumbra.io.tensors.FloatTensor;

import java.util.List;
import java.util.Map;

/** How the terms of a loss add up. */
public sealed interface Weighting extends AutoCloseable
        permits FixedWeighting, UncertaintyWeighting {
    /**
     * The weighted sum.
     *
     * @param losses one per term, of shape [], in the terms' order
     * @return an array of shape [] in the manager of the first loss
     */
    NDArray total(List<NDArray> losses);

    /**
     * What of it is trained, to differentiate by.
     *
     * @return the arrays; empty where the weights are fixed
     */
    List<NDArray> parameters();

    /**
     * Trains it.
     *
     * @param gradients one per parameter
     */
    void step(List<NDArray> gradients);

    /**
     * The factor that each term's loss has now.
     *
     * @return effective weights by term
     */
    Map<String, Double> weights();

    /**
     * The whole state, optimiser included.
     *
     * @return tensors by name; empty where there is none
     */
    Map<String, FloatTensor> state();

    /**
     * Restores what {@link #state} returned.
     *
     * @param state tensors by name
     */
    void load(Map<String, FloatTensor> state);

    @Override
    void close();
}
