// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.penumbra.engine.optim.Adam;
import org.penumbra.engine.optim.Optimiser;
import org.penumbra.engine.optim.RmsProp;
import org.penumbra.engine.settings.OptimiserSettings;

import java.util.Map;

/** Optimisers from their settings. */
final class Optimisers {
    private Optimisers() {}

    /**
     * An optimiser with zero state.
     *
     * @param parent where its state lives
     * @param settings its kind and numbers
     * @param parameters what it updates, by name
     */
    static Optimiser of(
            NDManager parent, OptimiserSettings settings, Map<String, NDArray> parameters) {
        return switch (settings.kind()) {
            case RMSPROP -> new RmsProp(parent, parameters, settings.alpha(), settings.epsilon());
            case ADAM ->
                    new Adam(
                            parent,
                            parameters,
                            settings.beta1(),
                            settings.beta2(),
                            settings.epsilon());
        };
    }
}
