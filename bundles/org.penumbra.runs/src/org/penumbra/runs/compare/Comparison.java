// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.runs.folder.RunFolder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs side by side.
 *
 * @param runs all of them
 * @param groups metrics over seeds, finished runs only
 * @param differences to the baseline variant, paired by seed
 * @param baselines predictions without a model
 */
public record Comparison(
        List<RunRow> runs,
        List<Group> groups,
        List<Difference> differences,
        List<BaselineRow> baselines) {

    /**
     * Compares runs.
     *
     * @param folders in the order in which they are to be shown
     * @param baseline the variant that the others are held against; empty: the first run's
     */
    public static Comparison of(List<RunFolder> folders, String baseline) {
        var rows = folders.stream().map(RunRow::of).toList();
        var configurations = Configurations.of(rows);
        var against = baseline.isEmpty() && !rows.isEmpty() ? rows.getFirst().variant() : baseline;
        return new Comparison(
                rows,
                configurations.groups(),
                configurations.differences(against),
                baselines(rows));
    }

    /** Equal rows are one: every run of the same data and views measures the same baselines. */
    private static List<BaselineRow> baselines(List<RunRow> rows) {
        var distinct = new ArrayList<BaselineRow>();
        for (var row : rows.stream().flatMap(Comparison::baselines).toList()) {
            if (distinct.stream().noneMatch(row::repeats)) {
                distinct.add(row);
            }
        }
        return List.copyOf(distinct);
    }

    private static Stream<BaselineRow> baselines(RunRow row) {
        return row.baselines().entrySet().stream()
                .map(
                        entry ->
                                new BaselineRow(
                                        entry.getKey(),
                                        row.data(),
                                        row.levels(),
                                        entry.getValue()));
    }

    /** Sentences for whoever reads the tables. */
    public List<String> notes() {
        var profiles =
                groups.stream()
                        .map(group -> group.levels().getOrDefault(Configurations.PROFILE, ""))
                        .filter(profile -> !profile.isEmpty())
                        .distinct()
                        .toList();
        return profiles.size() < 2
                ? List.of()
                : List.of(
                        "The figures are of different metric profiles (%s), which compute them in different ways: compare rows of one profile only. No differences are taken between profiles."
                                .formatted(String.join(", ", profiles)));
    }

    /** {@code {"runs":[..],"groups":[..],"differences":[..],"baselines":[..],"notes":[..]}}. */
    public JsonObject toJson() {
        var json = new JsonObject();
        json.add("runs", array(runs, RunRow::toJson));
        json.add("groups", array(groups, Group::toJson));
        json.add("differences", array(differences, Difference::toJson));
        json.add("baselines", array(baselines, BaselineRow::toJson));
        var sentences = new JsonArray();
        notes().forEach(sentences::add);
        json.add("notes", sentences);
        return json;
    }

    private static <T> JsonArray array(List<T> rows, Function<T, JsonObject> json) {
        var array = new JsonArray();
        rows.forEach(row -> array.add(json.apply(row)));
        return array;
    }

    /** Variants and baselines x metrics: {@code mean ± sd}, and how many runs. */
    public Table summary() {
        return new SummaryTable(this).table();
    }

    /** One row per group and metric, in full precision, for other programs. */
    public Table groupTable() {
        return Tables.groups(groups);
    }

    /** One row per difference. */
    public Table differenceTable() {
        return Tables.differences(differences);
    }

    /** One row per run. */
    public Table runTable() {
        return Tables.runs(runs);
    }
}
