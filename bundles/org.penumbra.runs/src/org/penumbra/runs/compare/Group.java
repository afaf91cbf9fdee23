// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import com.google.gson.JsonObject;

import org.penumbra.metrics.statistics.Summary;
import org.penumbra.runs.json.Numbers;

import java.util.Map;

/**
 * One metric of one configuration over its seeds.
 *
 * @param variant the variant's name
 * @param levels what the ablation set; where runs of several data or settings would share a label,
 *     also {@code data} or {@code configuration}
 * @param metric the metric's name
 * @param summary mean, sample standard deviation and number of finished runs
 */
public record Group(String variant, Map<String, String> levels, String metric, Summary summary) {

    JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("variant", variant);
        json.add("levels", Levels.json(levels));
        json.addProperty("metric", metric);
        json.add("mean", Numbers.json(summary.mean()));
        json.add("sd", Numbers.json(summary.sd()));
        json.addProperty("n", summary.n());
        return json;
    }
}
