// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.runs.compare.Table;
import org.penumbra.runs.folder.RunFolder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The runs of a folder.
 *
 * @param runs in the order in which they are shown
 */
public record RunList(List<RunSummary> runs) {
    private static final List<String> KEY = List.of("psnr", "ssim", "heldout_psnr", "heldout_ssim");
    private static final int TEXTS = 4;

    /** Reads where the runs stand. */
    public static RunList of(List<RunFolder> runs) {
        return new RunList(runs.stream().map(RunSummary::of).toList());
    }

    /** One row per run, with the figures that people look at first. */
    public Table table() {
        var metrics = new LinkedHashSet<String>();
        KEY.stream().filter(this::anyHas).forEach(metrics::add);
        var header = new ArrayList<>(List.of("id", "run", "experiment", "state", "progress"));
        header.add("left");
        header.addAll(metrics);
        return new Table(header, runs.stream().map(run -> row(run, metrics)).toList(), TEXTS);
    }

    private boolean anyHas(String metric) {
        return runs.stream().anyMatch(run -> run.metric(metric).isPresent());
    }

    private static List<String> row(RunSummary run, Set<String> metrics) {
        var description = run.run().description();
        var row =
                new ArrayList<>(
                        List.of(
                                run.shortId(),
                                description.name(),
                                description.experiment(),
                                run.state(),
                                run.progress(),
                                run.left()));
        metrics.forEach(metric -> row.add(run.metric(metric).map(RunList::figure).orElse("-")));
        return row;
    }

    /** Four digits behind the point. */
    static String figure(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    /** {@code {"runs": [...]}}. */
    public JsonObject toJson() {
        var array = new JsonArray();
        runs.forEach(run -> array.add(run.toJson()));
        var json = new JsonObject();
        json.add("runs", array);
        return json;
    }
}
