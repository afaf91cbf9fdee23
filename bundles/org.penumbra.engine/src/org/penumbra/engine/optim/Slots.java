// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.penumbra.engine.nn.Transfer;
import org.penumbra.io.tensors.FloatTensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One array of an optimiser's state per parameter, zero at first. */
final class Slots {
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    Slots(NDManager manager, Map<String, NDArray> parameters, String slot) {
        parameters.forEach(
                (name, parameter) ->
                        arrays.put(
                                name + "." + slot,
                                manager.zeros(parameter.getShape(), parameter.getDataType())));
    }

    List<NDArray> list() {
        return new ArrayList<>(arrays.values());
    }

    void export(Map<String, FloatTensor> into) {
        arrays.forEach((name, array) -> into.put(name, Transfer.tensor(array)));
    }

    void load(Map<String, FloatTensor> from) {
        Transfer.load(arrays, "", from);
    }
}
