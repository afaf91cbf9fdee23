// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.Tape;
import org.penumbra.io.InputException;
import org.penumbra.io.tensors.FloatTensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of one network: parameters (trained) and buffers (running statistics), in order, under
 * the names they have in the original PyTorch implementation. The arrays live until this closes and
 * keep their identity: loading copies into them.
 */
public final class Weights implements AutoCloseable {
    private final NDManager manager;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final Map<String, NDArray> buffers = new LinkedHashMap<>();

    /**
     * Weights without content.
     *
     * @param parent gives the device; closing it closes these weights
     */
    public Weights(NDManager parent) {
        manager = parent.newSubManager();
    }

    /**
     * Adds a parameter, marked for differentiation.
     *
     * @param name its original name
     * @param initial its values, row-major
     * @param shape its shape
     * @return this
     */
    public Weights parameter(String name, float[] initial, long... shape) {
        parameters.put(name, Tape.watch(Ops.array(manager, initial, shape)));
        return this;
    }

    /**
     * Adds a buffer, which no gradient reaches.
     *
     * @param name its original name
     * @param initial its values, row-major
     * @param shape its shape
     * @return this
     */
    public Weights buffer(String name, float[] initial, long... shape) {
        buffers.put(name, Ops.array(manager, initial, shape));
        return this;
    }

    /**
     * A parameter or buffer.
     *
     * @param name its original name
     * @return the array itself, not a copy
     */
    public NDArray get(String name) {
        var found = parameters.containsKey(name) ? parameters.get(name) : buffers.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no weight is named " + name);
        }
        return found;
    }

    /**
     * The parameters in order, to differentiate by and to optimise.
     *
     * @return a new list of the arrays themselves
     */
    public List<NDArray> parameterList() {
        return new ArrayList<>(parameters.values());
    }

    /**
     * The parameters by name.
     *
     * @return an unmodifiable view in order
     */
    public Map<String, NDArray> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /**
     * The buffers by name.
     *
     * @return an unmodifiable view in order
     */
    public Map<String, NDArray> buffers() {
        return Collections.unmodifiableMap(buffers);
    }

    /**
     * How many numbers the parameters hold.
     *
     * @return the parameter count
     */
    public long count() {
        return parameters.values().stream().mapToLong(NDArray::size).sum();
    }

    /**
     * Reads everything back.
     *
     * @return parameters, then buffers, by name
     */
    public Map<String, FloatTensor> export() {
        var tensors = new LinkedHashMap<String, FloatTensor>();
        parameters.forEach((name, array) -> tensors.put(name, Transfer.tensor(array)));
        buffers.forEach((name, array) -> tensors.put(name, Transfer.tensor(array)));
        return tensors;
    }

    /**
     * Overwrites all parameters and buffers.
     *
     * @param tensors by name; more than these weights have is fine
     * @throws InputException when one is missing or has another shape
     */
    public void load(Map<String, FloatTensor> tensors) {
        parameters.forEach((name, array) -> Transfer.copy(name, tensors.get(name), array));
        buffers.forEach((name, array) -> Transfer.copy(name, tensors.get(name), array));
    }

    /**
     * An independent copy whose parameters are not marked for differentiation, as an average starts
     * from.
     *
     * @param parent where the copy lives
     * @return the copy
     */
    public Weights frozenCopy(NDManager parent) {
        var copy = new Weights(parent);
        parameters.forEach((name, array) -> copy.parameters.put(name, copy.cloned(array)));
        buffers.forEach((name, array) -> copy.buffers.put(name, copy.cloned(array)));
        return copy;
    }

    private NDArray cloned(NDArray array) {
        var shape = array.getShape().getShape();
        return Ops.array(manager, array.toFloatArray(), shape);
    }

    /**
     * Marks or unmarks all parameters for differentiation.
     *
     * @param trained whether gradients may be asked for
     */
    public void trained(boolean trained) {
        parameters.values().forEach(array -> array.setRequiresGradient(trained));
    }

    /**
     * The long-lived home of these arrays.
     *
     * @return the manager
     */
    public NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        manager.close();
    }
}
