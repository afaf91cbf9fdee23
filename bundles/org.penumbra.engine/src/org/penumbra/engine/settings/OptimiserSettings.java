// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

/**
 * An optimiser.
 *
 * @param kind RMSprop or Adam, both as PyTorch computes them
 * @param learningRate its learning rate
 * @param alpha smoothing of RMSprop
 * @param beta1 first moment's decay of Adam
 * @param beta2 second moment's decay of Adam
 * @param epsilon added to the root
 */
public record OptimiserSettings(
        Kind kind, double learningRate, double alpha, double beta1, double beta2, double epsilon) {
    /** Which rule. */
    public enum Kind {
        /** RMSprop. */
        RMSPROP,
        /** Adam. */
        ADAM
    }

    static OptimiserSettings read(SettingsNode node) {
        return new OptimiserSettings(
                node.choice("kind", Kind.class),
                node.notNegative("learningRate"),
                node.notNegative("alpha"),
                node.notNegative("beta1"),
                node.notNegative("beta2"),
                node.notNegative("epsilon"));
    }
}
