// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sorts runs into configurations whose labels tell them apart. */
final class Configurations {
    /** The level that tells figures of several metric profiles apart. */
    static final String PROFILE = "profile";

    private final List<Configuration> all;

    private Configurations(List<Configuration> all) {
        this.all = all;
    }

    static Configurations of(List<RunRow> rows) {
        var finished = rows.stream().filter(RunRow::finished).toList();
        boolean severalData = several(finished, RunRow::data);
        boolean severalProfiles = several(finished, RunRow::profile);
        var all = new ArrayList<Configuration>();
        for (var group : grouped(finished, RunRow::configuration)) {
            var first = group.getFirst();
            var levels = levels(first, severalData, severalProfiles);
            all.add(new Configuration(first.variant(), levels, group));
        }
        return new Configurations(distinct(all));
    }

    private static <K> List<List<RunRow>> grouped(List<RunRow> rows, Function<RunRow, K> key) {
        return List.copyOf(
                rows.stream()
                        .collect(
                                Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                        .values());
    }

    private static boolean several(List<RunRow> rows, Function<RunRow, String> what) {
        return rows.stream().map(what).distinct().count() > 1;
    }

    private static Map<String, String> levels(RunRow row, boolean withData, boolean withProfile) {
        var levels = new LinkedHashMap<>(row.levels());
        if (withData) {
            levels.put("data", row.data());
        }
        if (withProfile) {
            levels.put(PROFILE, row.profile());
        }
        return levels;
    }

    /** An experiment that was edited between its runs leaves equal labels for unequal settings. */
    private static List<Configuration> distinct(List<Configuration> all) {
        var times =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Configurations::label, Collectors.counting()));
        return all.stream().map(one -> times.get(label(one)) > 1 ? marked(one) : one).toList();
    }

    private static String label(Configuration configuration) {
        return Levels.label(configuration.variant(), configuration.levels());
    }

    private static Configuration marked(Configuration one) {
        var levels = new LinkedHashMap<>(one.levels());
        levels.put("configuration", one.rows().getFirst().configuration().substring(0, 8));
        return new Configuration(one.variant(), levels, one.rows());
    }

    List<Group> groups() {
        return all.stream().flatMap(Configuration::groups).toList();
    }

    List<Difference> differences(String baseline) {
        return all.stream()
                .flatMap(
                        one ->
                                reference(one, baseline).stream()
                                        .flatMap(reference -> one.differences(reference)))
                .toList();
    }

    /**
     * The baseline variant at the same levels; where it has none of these, as it is written. A
     * configuration is not its own reference. Neither is one of other data or of another metric
     * profile, whose figures were not computed in the same way.
     */
    private Optional<Configuration> reference(Configuration one, String baseline) {
        return named(baseline, one.levels())
                .filter(found -> found != one)
                .or(() -> named(baseline, comparable(one.levels())).filter(found -> found != one));
    }

    private Optional<Configuration> named(String variant, Map<String, String> levels) {
        return all.stream()
                .filter(other -> other.variant().equals(variant) && other.levels().equals(levels))
                .findFirst();
    }

    private static Map<String, String> comparable(Map<String, String> levels) {
        var kept = new LinkedHashMap<>(levels);
        kept.keySet().retainAll(Set.of("data", PROFILE));
        return kept;
    }
}
