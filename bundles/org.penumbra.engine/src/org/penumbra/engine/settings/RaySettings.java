// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

/**
 * How rays and samples are drawn.
 *
 * @param patchSize pixels along one side of a patch
 * @param samples points along a ray
 * @param perturb whether the points are jittered within their bins
 * @param densityNoise standard deviation of the density noise at the first iteration
 * @param densityNoiseSteps iterations over which it falls to zero
 * @param scaleMin least share of the image that a patch spans, once annealed
 * @param scaleMax largest share
 * @param annealing rate at which the least share falls; zero or less: no annealing
 */
public record RaySettings(
        int patchSize,
        int samples,
        boolean perturb,
        double densityNoise,
        int densityNoiseSteps,
        double scaleMin,
        double scaleMax,
        double annealing) {
    static RaySettings read(SettingsNode node) {
        return new RaySettings(
                node.integer("patchSize", 8),
                node.integer("samples", 2),
                node.flag("perturb"),
                node.notNegative("densityNoise"),
                node.integer("densityNoiseSteps", 0),
                node.notNegative("scaleMin"),
                node.notNegative("scaleMax"),
                node.real("annealing"));
    }
}
