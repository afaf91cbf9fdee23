// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.specimens;

import org.penumbra.model.paths.FeaturePath;
import org.penumbra.runs.data.DataPlaces;
import org.penumbra.runs.data.DataSource;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.plan.Planner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs with real settings and checkpoints of no real content, to branch from. */
public final class Parents {
    /** Steps of the adversarial phase. */
    public static final int ITERATIONS = 40;

    /** Steps of both phases. */
    public static final int STEPS = 60;

    private static final DataSource SOURCE = new DataSource(new DataPlaces(Path.of("."), Map.of()));

    private Parents() {}

    /**
     * MedNeRF with 40 adversarial iterations and 20 of fitting.
     *
     * @param runs the runs folder
     * @param seed 1 or 2
     * @param steps the steps of its checkpoints
     */
    public static RunFolder medNeRF(Path runs, long seed, long... steps) {
        return of("MedNeRF", runs, seed, steps);
    }

    /** The same of any of the two variants. */
    public static RunFolder of(String variant, Path runs, long seed, long... steps) {
        var experiment = Experiments.twoVariants();
        FeaturePath.parse("variants/*/iterations").set(experiment, "" + ITERATIONS);
        FeaturePath.parse("variants/*/fineTuning/iterations")
                .set(experiment, "" + (STEPS - ITERATIONS));
        FeaturePath.parse("resources/keepCheckpoints").set(experiment, "9");
        experiment.getEvaluation().setBaseline("UMedNeRF");
        var planned =
                Planner.plan(experiment, SOURCE).runs().stream()
                        .filter(run -> run.variant().equals(variant) && run.seed() == seed)
                        .findFirst()
                        .orElseThrow();
        var run = RunFolder.create(runs.resolve(planned.folderName()), planned.description());
        for (long step : steps) {
            checkpoint(run, step);
        }
        return run;
    }

    /** Writes a checkpoint. */
    public static void checkpoint(RunFolder run, long step) {
        run.checkpoints()
                .save(
                        step,
                        folder -> {
                            Files.createDirectory(folder.resolve("more"));
                            for (var name : List.of("weights.safetensors", "more/state.json")) {
                                Files.writeString(folder.resolve(name), name + " at " + step);
                            }
                        });
    }
}
