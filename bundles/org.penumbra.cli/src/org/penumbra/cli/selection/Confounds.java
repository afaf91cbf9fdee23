// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.selection;

import org.penumbra.cli.parameters.Parameters;
import org.penumbra.runs.plan.PlannedRun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a plan cannot tell apart, because it changes at once. */
final class Confounds {
    private static final int SHOWN = 4;

    private final List<PlannedRun> runs;

    private Confounds(List<PlannedRun> runs) {
        this.runs = runs;
    }

    /** Sentences about a plan's runs. */
    static List<String> of(List<PlannedRun> runs) {
        var confounds = new Confounds(runs);
        var sentences = new ArrayList<>(confounds.variants());
        sentences.addAll(confounds.factors());
        return sentences;
    }

    /** Two variants as they are written: how many things make the difference between them? */
    private List<String> variants() {
        var firsts = new HashMap<String, PlannedRun>();
        var sentences = new ArrayList<String>();
        for (var run : runs) {
            if (firsts.putIfAbsent(run.variant(), run) == null && run != runs.getFirst()) {
                variants(runs.getFirst(), run, sentences);
            }
        }
        return sentences;
    }

    private static void variants(PlannedRun one, PlannedRun other, List<String> sentences) {
        if (!one.levels().equals(other.levels())) {
            return;
        }
        var paths = settings(other).differences(settings(one));
        int causes = paths.size() + (method(one).equals(method(other)) ? 0 : 1);
        if (causes > 1) {
            sentences.add(
                    "%s and %s differ in %d things at once (%s): a difference between them has more than one possible cause"
                            .formatted(
                                    one.variant(),
                                    other.variant(),
                                    causes,
                                    listed(one, other, paths)));
        }
    }

    private static String listed(PlannedRun one, PlannedRun other, List<String> paths) {
        var all = new ArrayList<String>();
        if (!method(one).equals(method(other))) {
            all.add("method");
        }
        all.addAll(paths);
        var shown = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
        return all.size() > SHOWN ? shown + ", ..." : shown;
    }

    private static Parameters settings(PlannedRun run) {
        return new Parameters(run.description().spec().getAsJsonObject("settings"));
    }

    private static String method(PlannedRun run) {
        return run.description().spec().getAsJsonObject("method").get("name").getAsString();
    }

    /** A factor whose every change comes with a change of another. */
    private List<String> factors() {
        var paths = new LinkedHashSet<String>();
        runs.forEach(run -> paths.addAll(run.levels().keySet()));
        return paths.stream()
                .filter(path -> varies(path) && !variesAlone(path))
                .map(
                        path ->
                                "no two runs differ in %s alone: its effect cannot be told from that of the other factors"
                                        .formatted(path))
                .toList();
    }

    private boolean varies(String path) {
        return configurations().map(run -> run.levels().getOrDefault(path, "")).distinct().count()
                > 1;
    }

    private boolean variesAlone(String path) {
        Map<Setting, String> seen = new HashMap<>();
        return configurations().anyMatch(run -> differs(seen, run, path));
    }

    private static boolean differs(Map<Setting, String> seen, PlannedRun run, String path) {
        var rest = new HashMap<>(run.levels());
        var level = rest.remove(path);
        var here = level == null ? "" : level;
        var before = seen.putIfAbsent(new Setting(run.variant(), rest), here);
        return before != null && !before.equals(here);
    }

    private record Setting(String variant, Map<String, String> otherLevels) {}

    /** One run of every configuration: seeds are no factor. */
    private Stream<PlannedRun> configurations() {
        Set<Setting> seen = new LinkedHashSet<>();
        return runs.stream().filter(run -> seen.add(new Setting(run.variant(), run.levels())));
    }
}
