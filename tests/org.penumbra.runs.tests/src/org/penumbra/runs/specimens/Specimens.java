// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.specimens;

import com.google.gson.JsonObject;

import org.penumbra.imaging.drr.DrrView;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.io.json.Json;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.plan.PlannedRun;
import org.penumbra.runs.results.Results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs that were never computed. */
public final class Specimens {
    private Specimens() {}

    /** A run of a variant without an ablation. */
    public static RunDescription description(String variant, long seed) {
        return description(variant, Map.of(), "knee", seed);
    }

    /** A run of a variant on some phantom. */
    public static RunDescription description(
            String variant, Map<String, String> levels, String phantom, long seed) {
        var spec = new JsonObject();
        spec.addProperty("method", variant);
        spec.addProperty("levels", levels.toString());
        spec.add("data", Json.parse("{\"kind\":\"phantom\",\"phantom\":\"" + phantom + "\"}"));
        spec.addProperty("seed", seed);
        return new RunDescription(
                CanonicalJson.sha256(spec),
                variant + "/seed=" + seed,
                "specimen",
                variant,
                levels,
                spec,
                Optional.empty(),
                new JsonObject(),
                Json.parse("{\"threads\":1,\"keepCheckpoints\":2}").getAsJsonObject());
    }

    /** The planned run of a description. */
    public static PlannedRun planned(RunDescription run) {
        return new PlannedRun(run.name(), run.variant(), run.levels(), run.seed(), run);
    }

    /** A folder of a run that has finished with these figures. */
    public static RunFolder finished(
            Path runs, RunDescription description, Map<String, Double> metrics) {
        var planned = planned(description);
        var run = RunFolder.create(runs.resolve(planned.folderName()), description);
        var baselines = Map.of("mean-image", Map.of("psnr", 15.5));
        run.results(new Results("mednerf", 10, metrics, List.of(), baselines));
        run.status(RunStatus.of(RunState.FINISHED, ""));
        return run;
    }

    /** Views of one instance, each of one grey value. */
    public static List<DrrView> views(String instance, int size, double... greys) {
        var views = new ArrayList<DrrView>();
        for (int i = 0; i < greys.length; i++) {
            var pixels = new float[size * size];
            Arrays.fill(pixels, (float) greys[i]);
            views.add(new DrrView(new ViewKey(instance, i), 360.0 * i / greys.length, pixels));
        }
        return views;
    }
}
