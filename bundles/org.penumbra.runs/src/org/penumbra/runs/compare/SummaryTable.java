// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import org.penumbra.metrics.statistics.Summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table that people read first. */
final class SummaryTable {
    private final Comparison comparison;
    private final Set<String> metrics = new LinkedHashSet<>();
    private final Map<String, Map<String, Summary>> rows = new LinkedHashMap<>();

    SummaryTable(Comparison comparison) {
        this.comparison = comparison;
        for (var group : comparison.groups()) {
            metrics.add(group.metric());
            rows.computeIfAbsent(
                            Levels.label(group.variant(), group.levels()),
                            label -> new LinkedHashMap<>())
                    .put(group.metric(), group.summary());
        }
        comparison.baselines().forEach(row -> metrics.addAll(row.metrics().keySet()));
    }

    Table table() {
        var header = new ArrayList<>(List.of("variant", "n"));
        header.addAll(metrics);
        var lines = new ArrayList<List<String>>();
        rows.forEach((label, values) -> lines.add(line(label, values)));
        comparison.baselines().forEach(row -> lines.add(line(row)));
        return new Table(header, lines, 1);
    }

    private List<String> line(String label, Map<String, Summary> values) {
        int runs = values.values().stream().mapToInt(Summary::n).max().orElse(0);
        var line = new ArrayList<>(List.of(label, Integer.toString(runs)));
        for (var metric : metrics) {
            var value = values.get(metric);
            line.add(value == null ? "-" : Figure.of(value.mean(), value.sd()));
        }
        return line;
    }

    private List<String> line(BaselineRow row) {
        var line = new ArrayList<>(List.of(label(row), "-"));
        metrics.forEach(
                metric -> line.add(Figure.of(row.metrics().getOrDefault(metric, Double.NaN))));
        return line;
    }

    /** The name alone where it says all. */
    private String label(BaselineRow row) {
        var levels = new LinkedHashMap<String, String>();
        if (comparison.baselines().stream().filter(row::isOf).count() > 1) {
            levels.putAll(row.levels());
        }
        if (comparison.baselines().stream().map(BaselineRow::data).distinct().count() > 1) {
            levels.put("data", row.data());
        }
        return Levels.label(row.name(), levels);
    }
}
