// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import org.penumbra.io.InputException;
import org.penumbra.model.paths.Assignment;
import org.penumbra.model.validation.Problem;
import org.penumbra.model.validation.Validation;
import org.penumbra.runs.folder.RunDescription;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a branch changes.
 *
 * @param before the parent's settings
 * @param after the child's
 * @param values the child's values of the settings that differ, by path
 * @param warnings what the model finds doubtful about the child and did not about the parent
 */
record Changes(
        RunExperiment before,
        RunExperiment after,
        Map<String, String> values,
        List<String> warnings) {
    private static final String VARIANTS = "variants/";

    /** Tops of paths that experiments have and runs do not, with the reason. */
    private static final Map<String, String> FOREIGN =
            Map.of(
                    "dataset", "the checkpoint was trained on the parent's data; plan a new run",
                    "datasets", "the checkpoint was trained on the parent's data; plan a new run",
                    "seeds", "a run has one seed; give it by --seed",
                    "ablation", "a run has no ablation; branch once for every level");

    /**
     * Applies assignments to a run's settings.
     *
     * @param where the run's file, for messages
     * @throws InputException when a setting does not exist, refuses its value, breaks a rule of the
     *     model, or is none of a run
     */
    static Changes of(RunDescription run, List<Assignment> assignments, String where) {
        var before = RunExperiment.of(run, where);
        var after = RunExperiment.of(run, where);
        assignments.forEach(Changes::refuseForeign);
        assignments.forEach(assignment -> assignment.apply(after.experiment()));
        var values = differences(before.values(), after.values());
        values.keySet().forEach(Changes::refuseForeign);
        return new Changes(before, after, values, warnings(before, after));
    }

    private static void refuseForeign(Assignment assignment) {
        var top = assignment.path().segments().getFirst();
        if (FOREIGN.containsKey(top)) {
            throw new InputException(
                    "%s cannot change in a branch: %s"
                            .formatted(assignment.path(), FOREIGN.get(top)));
        }
    }

    private static void refuseForeign(String path) {
        if (!path.matches("(variants|evaluation|resources)/.+")) {
            throw new InputException(
                    "%s cannot change in a branch: it belongs to the experiment, not to a run"
                            .formatted(path));
        }
    }

    private static Map<String, String> differences(
            Map<String, String> before, Map<String, String> after) {
        var values = new LinkedHashMap<>(after);
        values.entrySet().removeAll(before.entrySet());
        return values;
    }

    /** A run is no whole experiment: what was wrong before is not the change's doing. */
    private static List<String> warnings(RunExperiment before, RunExperiment after) {
        var known = new HashSet<>(Validation.of(before.experiment()));
        var found =
                Validation.of(after.experiment()).stream().filter(p -> !known.contains(p)).toList();
        found.stream()
                .filter(Problem::isError)
                .findFirst()
                .ifPresent(
                        problem -> {
                            throw new InputException(problem + ".");
                        });
        return found.stream().map(Problem::toString).toList();
    }

    /** The differing settings of the method, which enter the identity, by whole path. */
    Map<String, String> ofMethod() {
        var own = new LinkedHashMap<>(values);
        own.keySet().removeIf(path -> !path.startsWith(VARIANTS));
        return own;
    }

    /** A setting's path within the variant. */
    String within(String path) {
        return path.substring((VARIANTS + after.variant().getName() + "/").length());
    }
}
