// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores of single views brought together. */
public final class Scores {
    /** What stands before a metric's name when it is a mean over the held-out views. */
    public static final String HELD_OUT_PREFIX = "heldout_";

    private Scores() {}

    /**
     * The metrics of a run: means over the fine-tuned views under the metrics' own names, and over
     * the held-out views under {@code heldout_} and the name.
     */
    public static Map<String, Double> means(List<ViewScore> scores) {
        var means = new LinkedHashMap<String, Double>();
        mean(scores, ViewScore.FINE_TUNED, "", means);
        mean(scores, ViewScore.HELD_OUT, HELD_OUT_PREFIX, means);
        return means;
    }

    private static void mean(
            List<ViewScore> scores, String role, String prefix, Map<String, Double> means) {
        var chosen = scores.stream().filter(score -> score.role().equals(role)).toList();
        chosen.stream()
                .flatMap(score -> score.metrics().keySet().stream())
                .distinct()
                .forEach(metric -> means.put(prefix + metric, mean(chosen, metric)));
    }

    private static double mean(List<ViewScore> scores, String metric) {
        return scores.stream()
                .mapToDouble(score -> score.metrics().getOrDefault(metric, Double.NaN))
                .average()
                .orElse(Double.NaN);
    }
}
