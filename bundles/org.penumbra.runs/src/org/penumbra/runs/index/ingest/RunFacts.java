// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.ingest;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.index.data.IndexedRun;
import org.penumbra.runs.index.data.RunProgress;
import org.penumbra.runs.results.Results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the small files of a run folder say.
 *
 * @param run the run without values of curves
 * @param parameters all settings of its spec by path
 */
public record RunFacts(IndexedRun run, Map<String, String> parameters) {

    /**
     * Reads them. What is damaged beside the description is left out and told as the run's problem.
     *
     * @throws InputException when the description cannot be read
     */
    public static RunFacts of(Path folder) {
        var run = RunFolder.open(folder);
        var problems = new ArrayList<String>();
        var annotated = get(() -> Annotated.of(folder), Annotated.NOTHING, problems);
        Map<String, Double> none = Map.of();
        var metrics = get(() -> run.results().map(Results::metrics).orElse(none), none, problems);
        var progress = get(() -> progress(run.status()), RunProgress.UNKNOWN, problems);
        return new RunFacts(
                indexed(run, progress, metrics, annotated, problems),
                FlatTree.of(run.description().spec()));
    }

    private static <T> T get(Supplier<T> part, T fallback, List<String> problems) {
        try {
            return part.get();
        } catch (InputException e) {
            problems.add(e.getMessage());
            return fallback;
        }
    }

    private static RunProgress progress(RunStatus status) {
        return new RunProgress(
                status.state(),
                status.phase(),
                status.step(),
                status.steps(),
                status.secondsLeft(),
                status.message(),
                status.pid(),
                status.host(),
                status.heartbeat());
    }

    private static IndexedRun indexed(
            RunFolder run,
            RunProgress progress,
            Map<String, Double> metrics,
            Annotated annotated,
            List<String> problems) {
        RunDescription description = run.description();
        return new IndexedRun(
                run.path().getFileName().toString(),
                description.id(),
                description.name(),
                description.experiment(),
                description.variant(),
                description.levels(),
                description.seed(),
                progress,
                run.created(),
                metrics,
                Map.of(),
                annotated.tags(),
                annotated.note(),
                problems.stream().findFirst());
    }
}
