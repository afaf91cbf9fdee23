// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.runs.json.Numbers;
import org.penumbra.runs.plan.PlannedRun;
import org.penumbra.runs.spec.ExternalSpec;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One run of a plan, and what is there of it.
 *
 * @param run the run
 * @param steps the steps of its whole training; 0 where they are not known
 * @param existing what the runs folder has of it; a finished run before others
 * @param seconds how long the whole run takes, where that is known
 */
record PlanRow(PlannedRun run, long steps, Optional<RunSummary> existing, OptionalDouble seconds) {

    static PlanRow of(PlannedRun run, Optional<RunsFolder> folder, Estimate estimate) {
        var existing =
                folder.stream()
                        .flatMap(runs -> runs.withId(run.id()).stream())
                        .map(RunSummary::of)
                        .min(Comparator.comparing(one -> !finished(one)));
        return new PlanRow(run, steps(run), existing, estimate.seconds(run.description()));
    }

    private static boolean finished(RunSummary run) {
        return run.status().state() == RunState.FINISHED;
    }

    /** 0 where a program of the user's own does not say. */
    private static long steps(PlannedRun run) {
        if (ExternalSpec.isOne(run.description().spec())) {
            return ExternalSpec.steps(run.description().spec());
        }
        var settings = run.description().spec().getAsJsonObject("settings");
        return whole(settings.get("iterations"))
                + whole(settings.getAsJsonObject("fineTuning").get("iterations"));
    }

    private static long whole(JsonElement value) {
        return value.getAsLong();
    }

    boolean finished() {
        return existing.filter(PlanRow::finished).isPresent();
    }

    /** Steps that are still to be computed. */
    long stepsLeft() {
        long done = existing.map(one -> one.status().step()).orElse(0L);
        return finished() ? 0 : Math.max(0, steps - done);
    }

    /** Seconds that these steps take. */
    OptionalDouble secondsLeft() {
        if (finished()) {
            return OptionalDouble.of(0);
        }
        if (steps == 0) {
            return seconds;
        }
        return seconds.stream().map(all -> all * stepsLeft() / steps).findFirst();
    }

    String state() {
        return existing.map(RunSummary::state).orElse("new");
    }

    JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("id", run.id());
        json.addProperty("name", run.name());
        json.addProperty("variant", run.variant());
        var levels = new JsonObject();
        run.levels().forEach(levels::addProperty);
        json.add("levels", levels);
        json.addProperty("seed", run.seed());
        json.addProperty("steps", steps);
        json.addProperty("status", state());
        json.add("seconds", Numbers.json(seconds.orElse(Double.NaN)));
        existing.ifPresent(one -> json.addProperty("folder", one.run().path().toString()));
        return json;
    }
}
