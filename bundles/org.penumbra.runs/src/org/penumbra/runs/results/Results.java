// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.results;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.Numbers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code results.json} holds.
 *
 * @param profile the metric profile that everything was measured with
 * @param steps the steps that were computed
 * @param metrics {@code psnr}, {@code ssim}, {@code ms_ssim} of the fine-tuned view, {@code
 *     heldout_psnr}... as means over the held-out views, {@code seconds} of computing
 * @param views every scored view
 * @param baselines the same metrics for predictions that need no model, by baseline name
 */
public record Results(
        String profile,
        long steps,
        Map<String, Double> metrics,
        List<ViewScore> views,
        Map<String, Map<String, Double>> baselines) {

    private static final int FORMAT_VERSION = 1;

    /** What {@code results.json} holds. */
    public JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("formatVersion", FORMAT_VERSION);
        json.addProperty("profile", profile);
        json.addProperty("steps", steps);
        json.add("metrics", Numbers.json(metrics));
        var scores = new JsonArray();
        views.forEach(view -> scores.add(view.toJson()));
        json.add("views", scores);
        var others = new JsonObject();
        baselines.forEach((name, figures) -> others.add(name, Numbers.json(figures)));
        json.add("baselines", others);
        return json;
    }

    /** The inverse of {@link #toJson}. */
    public static Results of(Fields json) {
        json.format("formatVersion", FORMAT_VERSION);
        var baselines = new LinkedHashMap<String, Map<String, Double>>();
        var others = json.fields("baselines");
        others.object()
                .keySet()
                .forEach(name -> baselines.put(name, others.fields(name).numbers()));
        return new Results(
                json.text("profile"),
                json.whole("steps"),
                json.fields("metrics").numbers(),
                json.list("views").stream().map(v -> ViewScore.of(v, json.where())).toList(),
                baselines);
    }
}
