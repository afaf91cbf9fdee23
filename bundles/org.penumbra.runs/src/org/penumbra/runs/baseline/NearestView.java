// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.baseline;

import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;

import java.util.Comparator;
import java.util.List;

/**
 * The training image of the same instance that was taken from the nearest angle; never the asked
 * view itself, which would be no prediction. Without other views of the instance, the nearest angle
 * of any instance.
 */
public final class NearestView implements Baseline {
    private final DrrSet training;

    /** Keeps the training views. */
    public NearestView(DrrSet training) {
        this.training = training;
    }

    @Override
    public String name() {
        return "nearest-view";
    }

    @Override
    public float[] predict(DrrView target) {
        var others =
                training.views().stream().filter(view -> !view.key().equals(target.key())).toList();
        var same = others.stream().filter(view -> sameInstance(view, target)).toList();
        return nearest(same.isEmpty() ? others : same, target);
    }

    /** The views are sorted by key, and the first of equally near ones is taken. */
    private float[] nearest(List<DrrView> views, DrrView target) {
        return views.stream()
                .min(Comparator.comparingDouble(view -> distance(view, target)))
                .map(view -> view.pixels().clone())
                .orElseGet(() -> new MeanImage(training).predict(target));
    }

    private static boolean sameInstance(DrrView a, DrrView b) {
        return a.key().instance().equals(b.key().instance());
    }

    /** Degrees on the circle, rounded so that 355 and 5 are equally far from 0. */
    private static double distance(DrrView a, DrrView b) {
        double turn = Math.abs(a.azimuthDegrees() - b.azimuthDegrees()) % 360;
        return Math.round(Math.min(turn, 360 - turn) * 1e6) / 1e6;
    }
}
