// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import com.google.gson.JsonObject;

import org.penumbra.metrics.statistics.PairedDifference;
import org.penumbra.runs.json.Numbers;

import java.util.Map;

/**
 * How far a configuration is from the baseline configuration, run against run of the same seed.
 *
 * @param variant the variant's name
 * @param levels its levels
 * @param baseline the baseline variant's name
 * @param baselineLevels the baseline's levels
 * @param metric the metric's name
 * @param difference mean and sample standard deviation of (variant - baseline) over the pairs
 */
public record Difference(
        String variant,
        Map<String, String> levels,
        String baseline,
        Map<String, String> baselineLevels,
        String metric,
        PairedDifference difference) {

    JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("variant", variant);
        json.add("levels", Levels.json(levels));
        json.addProperty("baseline", baseline);
        json.add("baselineLevels", Levels.json(baselineLevels));
        json.addProperty("metric", metric);
        json.add("mean", Numbers.json(difference.mean()));
        json.add("sd", Numbers.json(difference.sd()));
        json.addProperty("n", difference.n());
        return json;
    }
}
