// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.defaults;

import org.penumbra.model.ExperimentFactory;
import org.penumbra.model.LossKind;
import org.penumbra.model.LossTerm;
import org.penumbra.model.MedNeRF;
import org.penumbra.model.UMedNeRF;
import org.penumbra.model.Variant;

import java.util.UUID;

/**
 * Variants with every setting at its published value, those of the official code: MedNeRF
 * (Corona-Figueroa et al. 2022) and UMedNeRF (Hu et al. 2023).
 */
public final class Published {
    private static final ExperimentFactory FACTORY = ExperimentFactory.eINSTANCE;

    private Published() {}

    /**
     * A new variant called MedNeRF: 0.3 LPIPS-Alex and 0.1 MSE with fixed weights, at 64 pixels.
     */
    public static MedNeRF medNeRF() {
        return complete(FACTORY.createMedNeRF(), "MedNeRF", 0.3, 0.1);
    }

    /** A new variant called UMedNeRF: LPIPS-Alex and MSE under learned weights, at 128 pixels. */
    public static UMedNeRF uMedNeRF() {
        return complete(FACTORY.createUMedNeRF(), "UMedNeRF", 1, 1);
    }

    private static <V extends Variant> V complete(
            V variant, String name, double perceptual, double pixel) {
        variant.setName(name);
        variant.getLosses().add(loss("perceptual", LossKind.LPIPS_ALEX, perceptual));
        variant.getLosses().add(loss("pixel", LossKind.MSE, pixel));
        variant.setId(UUID.randomUUID().toString());
        Completion.complete(variant);
        return variant;
    }

    /**
     * A new loss term with an identity of its own.
     *
     * @param name its name among the losses
     * @param kind what it measures
     * @param weight its factor, 0 or larger
     * @return the term
     */
    public static LossTerm loss(String name, LossKind kind, double weight) {
        var term = FACTORY.createLossTerm();
        term.setName(name);
        term.setKind(kind);
        term.setWeight(weight);
        term.setId(UUID.randomUUID().toString());
        return term;
    }
}
