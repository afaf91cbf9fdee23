// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import org.penumbra.metrics.statistics.PairedDifference;
import org.penumbra.metrics.statistics.Summary;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The finished runs that differ in nothing but the seed.
 *
 * @param variant the variant's name
 * @param levels the label's levels
 * @param rows one run per seed
 */
record Configuration(String variant, Map<String, String> levels, List<RunRow> rows) {

    private Set<String> metrics() {
        var names = new LinkedHashSet<String>();
        rows.forEach(row -> names.addAll(row.metrics().keySet()));
        return names;
    }

    Stream<Group> groups() {
        return metrics().stream()
                .map(metric -> new Group(variant, levels, metric, Summary.of(values(metric))));
    }

    private double[] values(String metric) {
        return bySeed(metric).values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A seed that was run again counts once, with its last run. */
    private Map<Long, Double> bySeed(String metric) {
        var values = new LinkedHashMap<Long, Double>();
        rows.stream()
                .filter(row -> row.metrics().containsKey(metric))
                .forEach(row -> values.put(row.seed(), row.metrics().get(metric)));
        return values;
    }

    Stream<Difference> differences(Configuration baseline) {
        return metrics().stream().flatMap(metric -> difference(baseline, metric).stream());
    }

    private Optional<Difference> difference(Configuration baseline, String metric) {
        var mine = bySeed(metric);
        var theirs = baseline.bySeed(metric);
        var seeds = mine.keySet().stream().filter(theirs::containsKey).toList();
        if (seeds.isEmpty()) {
            return Optional.empty();
        }
        var difference =
                PairedDifference.of(
                        seeds.stream().mapToDouble(mine::get).toArray(),
                        seeds.stream().mapToDouble(theirs::get).toArray());
        return Optional.of(
                new Difference(
                        variant, levels, baseline.variant, baseline.levels, metric, difference));
    }
}
