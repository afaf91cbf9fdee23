// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.data;

import org.penumbra.runs.folder.RunState;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which runs are wanted, and in which order.
 *
 * @param search words that must be found in the run's names, note, tags or parameters; empty for
 *     all runs
 * @param state only runs in this state
 * @param experiment only runs of this experiment
 * @param variant only runs of this variant
 * @param curves the tags of the curves whose last values are wanted
 * @param sort the final figure, or one of {@code curves}, to sort by; without it the runs come by
 *     folder name
 * @param descending whether the greatest comes first; runs without a figure come last either way
 */
public record RunQuery(
        String search,
        Optional<RunState> state,
        Optional<String> experiment,
        Optional<String> variant,
        List<String> curves,
        Optional<String> sort,
        boolean descending) {
    /** All runs by folder name. */
    public static final RunQuery ALL = searching("");

    /** The runs in which some words are found. */
    public static RunQuery searching(String text) {
        return new RunQuery(
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false);
    }

    /** The same runs with the last values of curves. */
    public RunQuery with(List<String> tags) {
        return new RunQuery(search, state, experiment, variant, tags, sort, descending);
    }

    /** The same runs by a figure. */
    public RunQuery sortedBy(String figure, boolean greatestFirst) {
        return new RunQuery(
                search, state, experiment, variant, curves, Optional.of(figure), greatestFirst);
    }

    /** Whether a run is in the state, experiment and variant that are asked for. */
    public Predicate<IndexedRun> filter() {
        return run ->
                state.map(run.progress().state()::equals).orElse(true)
                        && experiment.map(run.experiment()::equals).orElse(true)
                        && variant.map(run.variant()::equals).orElse(true);
    }

    /** The wanted order. */
    public Comparator<IndexedRun> order() {
        var byFolder = Comparator.comparing(IndexedRun::folder);
        return sort.map(figure -> byFigure(figure).thenComparing(byFolder)).orElse(byFolder);
    }

    private Comparator<IndexedRun> byFigure(String figure) {
        return (one, other) -> compare(one.figure(figure), other.figure(figure));
    }

    private int compare(double one, double other) {
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return Boolean.compare(Double.isNaN(one), Double.isNaN(other));
        }
        return descending ? Double.compare(other, one) : Double.compare(one, other);
    }
}
