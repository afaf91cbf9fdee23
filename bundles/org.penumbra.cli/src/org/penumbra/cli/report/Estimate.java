// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.report;

import com.google.gson.JsonObject;

import org.penumbra.io.json.CanonicalJson;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long runs take, from finished runs of the same shape: same method and settings, images of the
 * same size; other seeds and other images cost the same.
 */
public final class Estimate {
    private static final String SECONDS = "seconds";

    private final Map<String, double[]> sums = new HashMap<>();

    /** Learns from the finished ones of these runs. */
    public static Estimate of(List<RunFolder> runs) {
        var estimate = new Estimate();
        runs.stream().map(RunSummary::of).forEach(estimate::learn);
        return estimate;
    }

    private void learn(RunSummary run) {
        run.metric(SECONDS)
                .filter(Double::isFinite)
                .ifPresent(
                        seconds -> {
                            var sum =
                                    sums.computeIfAbsent(
                                            shape(run.run().description()), key -> new double[2]);
                            sum[0] += seconds;
                            sum[1]++;
                        });
    }

    /** Mean seconds of the finished runs of this shape; empty without one. */
    public OptionalDouble seconds(RunDescription run) {
        var sum = sums.get(shape(run));
        return sum == null ? OptionalDouble.empty() : OptionalDouble.of(sum[0] / sum[1]);
    }

    private static String shape(RunDescription run) {
        var shape = new JsonObject();
        shape.add("method", run.spec().get("method"));
        shape.add("settings", run.spec().get("settings"));
        shape.add("imageSize", run.spec().getAsJsonObject("data").get("imageSize"));
        return CanonicalJson.sha256(shape);
    }
}
