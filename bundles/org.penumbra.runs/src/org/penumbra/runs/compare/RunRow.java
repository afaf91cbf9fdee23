// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.runs.folder.Ancestor;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.json.Numbers;
import org.penumbra.runs.results.Results;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One run in a comparison.
 *
 * @param id the run's identity
 * @param configuration the identity of everything but the seed
 * @param variant the variant's name
 * @param levels what the ablation set; for a branched run also from where
 * @param data a short name of its data
 * @param seed its seed
 * @param status its state in lower case, or {@code damaged}
 * @param profile the metric profile that they were computed with; empty without results
 * @param metrics its final figures; empty without results
 * @param baselines the figures of the predictions without a model, by their names
 */
public record RunRow(
        String id,
        String configuration,
        String variant,
        Map<String, String> levels,
        String data,
        long seed,
        String status,
        String profile,
        Map<String, Double> metrics,
        Map<String, Map<String, Double>> baselines) {

    /** Reads what a run has reached. A damaged file makes the run damaged, not the comparison. */
    public static RunRow of(RunFolder run) {
        try {
            var results = run.results();
            return of(
                    run.description(),
                    run.status().state().name().toLowerCase(Locale.ROOT),
                    results.map(Results::profile).orElse(""),
                    results.map(Results::metrics).orElse(Map.of()),
                    results.map(Results::baselines).orElse(Map.of()));
        } catch (InputException e) {
            return of(run.description(), "damaged", "", Map.of(), Map.of());
        }
    }

    private static RunRow of(
            RunDescription run,
            String status,
            String profile,
            Map<String, Double> metrics,
            Map<String, Map<String, Double>> baselines) {
        return new RunRow(
                run.id(),
                configuration(run.spec()),
                run.variant(),
                levels(run),
                data(run),
                run.seed(),
                status,
                profile,
                metrics,
                baselines);
    }

    private static String configuration(JsonObject spec) {
        var rest = spec.deepCopy();
        rest.remove("seed");
        // What an adopted run left is no setting of it.
        rest.remove("content");
        return CanonicalJson.sha256(rest);
    }

    private static String data(RunDescription run) {
        if (run.dataPath().isPresent() && run.dataPath().get().getFileName() != null) {
            return run.dataPath().get().getFileName().toString();
        }
        var data = run.spec().getAsJsonObject("data");
        return data != null && data.has("phantom") ? data.get("phantom").getAsString() : "";
    }

    /** A branch is told apart from the run that its settings alone would make. */
    private static Map<String, String> levels(RunDescription run) {
        var levels = new LinkedHashMap<>(run.levels());
        run.lineage().stream()
                .findFirst()
                .ifPresent(parent -> levels.put("branched from", origin(parent)));
        return levels;
    }

    private static String origin(Ancestor parent) {
        return parent.shortId() + "@" + parent.step();
    }

    /** Whether its figures count. */
    boolean finished() {
        return status.equals(RunState.FINISHED.name().toLowerCase(Locale.ROOT));
    }

    JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty("variant", variant);
        json.add("levels", Levels.json(levels));
        json.addProperty("seed", seed);
        json.addProperty("status", status);
        json.addProperty("profile", profile);
        json.add("metrics", Numbers.json(metrics));
        return json;
    }
}
