// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.runs.plan.Names;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a branch is called.
 *
 * @param plan the branch
 * @param beside the runs among which the name has to be the only one
 */
record BranchName(BranchPlan plan, RunsFolder beside) {
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}\\s-][^\\p{Cntrl}]{0,199}");
    private static final int SHORT = 8;

    /** The wanted name, else {@code VARIANT/branch-of-PARENT@STEP/changes/seed=N}. */
    String of(String id) {
        return plan.request().name().map(this::wanted).orElseGet(() -> made(id));
    }

    private String wanted(String name) {
        if (!PLAIN.matcher(name).matches() || !name.equals(name.strip())) {
            throw new InputException(
                    ("\"%s\" cannot be a run's name: give one line of at most 200 characters that"
                                    + " begins with no space and no dash")
                            .formatted(name.strip().replaceAll("\\p{Cntrl}", " ")));
        }
        if (isTaken(name)) {
            throw new InputException(
                    "A run in %s is called '%s' already: give another --name"
                            .formatted(beside.path(), name));
        }
        return name;
    }

    private boolean isTaken(String name) {
        return beside.runs().stream().anyMatch(run -> isCalled(run, name));
    }

    private static boolean isCalled(RunFolder run, String name) {
        return run.description().name().equals(name)
                || run.path().getFileName().toString().equals(name);
    }

    private String made(String id) {
        var name = name("");
        return isTaken(name) ? name("~" + id.substring(0, SHORT)) : name;
    }

    private String name(String suffix) {
        var ancestor = plan.ancestor();
        var changed = plan.changes().ofMethod();
        var origin = "branch-of-%s@%d".formatted(ancestor.shortId(), ancestor.step()) + suffix;
        var levels = Names.levels(changed, List.copyOf(changed.keySet()));
        return Names.run(
                plan.parent().description().variant(),
                levels.isEmpty() ? origin : origin + "/" + levels,
                plan.seed());
    }
}
