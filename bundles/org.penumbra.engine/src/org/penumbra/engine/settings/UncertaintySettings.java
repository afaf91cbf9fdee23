// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

/**
 * Learned loss weights.
 *
 * @param form the regulariser
 * @param initialSigma every sigma's start
 * @param learningRate Adam's learning rate for them
 */
public record UncertaintySettings(Form form, double initialSigma, double learningRate) {
    /** How a sigma is kept from growing. */
    public enum Form {
        /** ln(1 + sigma^2): the code of UMedNeRF. */
        LIEBEL_KOERNER,
        /** ln(sigma): Kendall, Gal and Cipolla. */
        KENDALL
    }

    static UncertaintySettings read(SettingsNode node) {
        return new UncertaintySettings(
                node.choice("form", Form.class),
                node.notNegative("initialSigma"),
                node.notNegative("learningRate"));
    }
}
