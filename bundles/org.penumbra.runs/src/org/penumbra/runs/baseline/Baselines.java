// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.baseline;

import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.metrics.image.Image;
import org.penumbra.metrics.profile.MetricProfile;
import org.penumbra.runs.results.Scores;
import org.penumbra.runs.results.ViewScore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures the baselines exactly as a run is measured. */
public final class Baselines {
    private Baselines() {}

    /**
     * Measures both baselines.
     *
     * @param training the training views
     * @param fineTuned the views that the runs are fitted to, of the training views' size
     * @param heldOut the views that are kept from training, of that size too
     * @return per baseline {@code psnr}..., {@code heldout_psnr}...
     */
    public static Map<String, Map<String, Double>> measure(
            DrrSet training,
            List<DrrView> fineTuned,
            List<DrrView> heldOut,
            MetricProfile profile) {
        var measured = new LinkedHashMap<String, Map<String, Double>>();
        for (var baseline : List.of(new MeanImage(training), new NearestView(training))) {
            var scores =
                    Stream.concat(
                            score(baseline, fineTuned, ViewScore.FINE_TUNED, profile),
                            score(baseline, heldOut, ViewScore.HELD_OUT, profile));
            measured.put(baseline.name(), Scores.means(scores.toList()));
        }
        return measured;
    }

    private static Stream<ViewScore> score(
            Baseline baseline, List<DrrView> views, String role, MetricProfile profile) {
        return views.stream().map(view -> score(view, role, baseline.predict(view), profile));
    }

    /**
     * Scores one prediction of one view.
     *
     * @param prediction {@code [height, width]} in [0, 1], square as the view
     */
    public static ViewScore score(
            DrrView view, String role, float[] prediction, MetricProfile profile) {
        return new ViewScore(
                view.key(), role, profile.measure(square(prediction), square(view.pixels())));
    }

    private static Image square(float[] pixels) {
        int side = (int) Math.round(Math.sqrt(pixels.length));
        return new Image(side, side, pixels);
    }
}
