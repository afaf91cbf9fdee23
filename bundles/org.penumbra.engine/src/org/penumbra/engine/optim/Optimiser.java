// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.optim;

import ai.djl.ndarray.NDArray;

import org.penumbra.io.tensors.FloatTensor;

import java.util.List;
import java.util.Map;

/** Updates parameters in place from their gradients. */
public sealed interface Optimiser extends AutoCloseable permits RmsProp, Adam {
    /**
     * One step.
     *
     * @param gradients one per parameter, in the parameters' order
     * @param learningRate this step's learning rate
     */
    void step(List<NDArray> gradients, double learningRate);

    /**
     * The whole state.
     *
     * @return tensors by {@code parameter.slot}, such as {@code pts_linears.0.weight.square_avg}
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
