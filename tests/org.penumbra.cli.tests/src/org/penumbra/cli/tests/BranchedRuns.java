// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import org.penumbra.model.paths.Assignment;
import org.penumbra.model.store.ExperimentStore;
import org.penumbra.runs.data.DataPlaces;
import org.penumbra.runs.data.DataSource;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.plan.Planner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs of the example with checkpoints of no real content, to branch from. */
final class BranchedRuns {
    private BranchedRuns() {}

    /** MedNeRF's first run of the example, with 40 adversarial iterations and 20 of fitting. */
    static RunFolder parent(Path runs, long... steps) {
        var experiment = ExperimentStore.load(Samples.example());
        Stream.of(
                        "variants/*/iterations=40",
                        "variants/*/fineTuning/iterations=20",
                        "resources/keepCheckpoints=9")
                .map(Assignment::parse)
                .forEach(assignment -> assignment.apply(experiment));
        var places = DataPlaces.of(experiment, Samples.example(), List.of());
        var planned = Planner.plan(experiment, new DataSource(places)).runs().getFirst();
        var run = RunFolder.create(runs.resolve(planned.folderName()), planned.description());
        for (long step : steps) {
            run.checkpoints()
                    .save(step, folder -> Files.writeString(folder.resolve("state"), "" + step));
        }
        return run;
    }
}
