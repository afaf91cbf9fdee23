// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

import java.util.List;
import java.util.stream.Stream;

/**
 * Fitting the trained generator to one view, or a few. Lengths in scene units, angles in degrees.
 *
 * @param optimised what changes
 * @param iterations how many steps at most
 * @param instance whose view; empty: the first instance
 * @param view the view's index
 * @param furtherViews indices of views that it is fitted to in turn with that one
 * @param imageSize pixels along a side of the fitted image
 * @param patchSize pixels along a side of a random patch; 0: the whole image
 * @param stopPsnr stop above this PSNR in dB; 0: never
 * @param azimuthMinimum smaller azimuths are raised to this (0.1 in the official code)
 * @param polar the cameras' polar angle
 * @param radius the cameras' distance
 * @param generatorOptimiser for the field
 * @param codeOptimiser for the latent code
 * @param weighting how the loss terms are added
 * @param uncertainty for learned weights
 */
public record FineTuningSettings(
        Optimised optimised,
        int iterations,
        String instance,
        int view,
        List<Integer> furtherViews,
        int imageSize,
        int patchSize,
        double stopPsnr,
        double azimuthMinimum,
        double polar,
        double radius,
        OptimiserSettings generatorOptimiser,
        OptimiserSettings codeOptimiser,
        Weighting weighting,
        UncertaintySettings uncertainty) {
    /** What fine-tuning changes. */
    public enum Optimised {
        /** The field's weights only. */
        GENERATOR,
        /** The field's weights and the latent code. */
        GENERATOR_AND_CODE
    }

    /** How the loss terms are added. */
    public enum Weighting {
        /** With the weights of the terms. */
        FIXED,
        /** With learned uncertainties; the terms' own weights multiply them first. */
        UNCERTAINTY
    }

    /** Every view that the field is fitted to, the first one first. */
    public List<Integer> views() {
        return Stream.concat(Stream.of(view), furtherViews.stream()).toList();
    }

    static FineTuningSettings read(SettingsNode node) {
        return new FineTuningSettings(
                node.choice("optimised", Optimised.class),
                node.integer("iterations", 0),
                node.text("instance"),
                node.integer("view", 0),
                node.integers("furtherViews"),
                node.integer("imageSize", 8),
                node.integer("patchSize", 0),
                node.notNegative("stopPsnr"),
                node.notNegative("azimuthMinimum"),
                node.notNegative("polar"),
                node.notNegative("radius"),
                OptimiserSettings.read(node.child("generatorOptimiser")),
                OptimiserSettings.read(node.child("codeOptimiser")),
                node.choice("weighting", Weighting.class),
                UncertaintySettings.read(node.child("uncertainty")));
    }
}
