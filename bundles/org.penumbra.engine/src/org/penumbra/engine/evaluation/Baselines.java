// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.evaluation;

import java.util.Comparator;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.io.InputException;

/** Predictions that any model must beat, made from the training views alone. */
final class Baselines {
    private final DrrSet training;
    private final float[] mean;

    Baselines(DrrSet training) {
        this.training = training;
        mean = mean(training);
    }

    /** The mean of all training views, whatever is asked for. */
    float[] meanImage() {
        return mean;
    }

    /**
     * The nearest other training view of the same instance on its orbit; of another instance where
     * the instance has none.
     */
    float[] nearestView(DrrView wanted) {
        return training.views().stream()
                .filter(view -> !view.key().equals(wanted.key()))
                .min(
                        Comparator.<DrrView>comparingInt(view -> foreign(view, wanted))
                                .thenComparingDouble(view -> distance(view, wanted)))
                .orElseThrow(() -> new InputException("A single training view has no neighbour."))
                .pixels();
    }

    private static int foreign(DrrView view, DrrView wanted) {
        return view.key().instance().equals(wanted.key().instance()) ? 0 : 1;
    }

    private static double distance(DrrView view, DrrView wanted) {
        var apart = Math.abs(view.azimuthDegrees() - wanted.azimuthDegrees()) % 360;
        return Math.min(apart, 360 - apart);
    }

    private static float[] mean(DrrSet set) {
        var sums = new double[set.imageSize() * set.imageSize()];
        for (var view : set.views()) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += view.pixels()[i];
            }
        }
        var mean = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            mean[i] = (float) (sums[i] / set.views().size());
        }
        return mean;
    }
}
