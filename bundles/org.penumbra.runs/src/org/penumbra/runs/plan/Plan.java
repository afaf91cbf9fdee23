// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.Glob;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The runs of an experiment, every identity once.
 *
 * @param runs in the order in which they are to be started
 * @param notes sentences about runs that are not in the list, and why
 */
public record Plan(List<PlannedRun> runs, List<String> notes) {

    /**
     * The runs whose names match.
     *
     * @param glob a run name in which {@code *} stands for any text, also with slashes, and {@code
     *     ?} for one character
     * @throws InputException when no name matches
     */
    public Plan only(String glob) {
        var pattern = Glob.pattern(glob);
        var chosen = runs.stream().filter(run -> pattern.matcher(run.name()).matches()).toList();
        if (chosen.isEmpty()) {
            throw new InputException(
                    "No run is called '%s'; there are %s".formatted(glob, someNames()));
        }
        return new Plan(chosen, notes);
    }

    private String someNames() {
        var names = runs.stream().map(PlannedRun::name).limit(4).collect(Collectors.joining(", "));
        return runs.size() > 4 ? "%s and %d more".formatted(names, runs.size() - 4) : names;
    }
}
