// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Comparisons as tables with one row per figure. */
final class Tables {
    private Tables() {}

    static Table groups(List<Group> groups) {
        var rows =
                groups.stream()
                        .map(
                                group ->
                                        List.of(
                                                Levels.label(group.variant(), group.levels()),
                                                group.metric(),
                                                Double.toString(group.summary().mean()),
                                                Double.toString(group.summary().sd()),
                                                Integer.toString(group.summary().n())))
                        .toList();
        return new Table(List.of("variant", "metric", "mean", "sd", "n"), rows, 2);
    }

    static Table differences(List<Difference> differences) {
        var rows =
                differences.stream()
                        .map(
                                row ->
                                        List.of(
                                                Levels.label(row.variant(), row.levels()),
                                                Levels.label(row.baseline(), row.baselineLevels()),
                                                row.metric(),
                                                Figure.of(
                                                        row.difference().mean(),
                                                        row.difference().sd()),
                                                Integer.toString(row.difference().n())))
                        .toList();
        return new Table(List.of("variant", "minus", "metric", "difference", "n"), rows, 3);
    }

    static Table runs(List<RunRow> runs) {
        var metrics = new LinkedHashSet<String>();
        runs.forEach(run -> metrics.addAll(run.metrics().keySet()));
        var header = new ArrayList<>(List.of("id", "variant", "status", "seed"));
        header.addAll(metrics);
        var rows = runs.stream().map(run -> row(run, metrics)).toList();
        return new Table(header, rows, 3);
    }

    private static List<String> row(RunRow run, Iterable<String> metrics) {
        var row =
                new ArrayList<>(
                        List.of(
                                run.id().substring(0, 8),
                                Levels.label(run.variant(), run.levels()),
                                run.status(),
                                Long.toString(run.seed())));
        for (var metric : metrics) {
            row.add(Figure.of(run.metrics().getOrDefault(metric, Double.NaN)));
        }
        return row;
    }
}
