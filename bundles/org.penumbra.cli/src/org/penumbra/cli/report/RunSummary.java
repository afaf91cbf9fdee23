// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.report;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.json.Numbers;
import org.penumbra.runs.ownership.Owner;
import org.penumbra.runs.results.Results;

import java.util.Map;
import java.util.Optional;

/**
 * One run as lists show it.
 *
 * @param run its folder
 * @param status where it stands; a run whose worker is gone without a word is LOST
 * @param metrics its final figures; empty before it has any
 */
public record RunSummary(RunFolder run, RunStatus status, Map<String, Double> metrics) {
    private static final int SHORT_ID = 8;

    /** Reads a run; damage shows as FAILED with the damage as its message. */
    public static RunSummary of(RunFolder run) {
        try {
            var metrics = run.results().map(Results::metrics).orElse(Map.of());
            return new RunSummary(run, present(run), metrics);
        } catch (InputException e) {
            return new RunSummary(run, RunStatus.of(RunState.FAILED, e.getMessage()), Map.of());
        }
    }

    private static RunStatus present(RunFolder run) {
        var status = run.status();
        return status.state() != RunState.STARTING
                        && status.state().active()
                        && !new Owner(run).maybeAlive()
                ? status.ended(RunState.LOST, "its worker is gone; run it again to go on")
                : status;
    }

    /** The beginning of the id that tables show. */
    public String shortId() {
        return run.description().id().substring(0, SHORT_ID);
    }

    /** The state in lower case. */
    public String state() {
        return status.state().word();
    }

    /** Such as {@code 120/600 20 %}; empty before the first step. */
    public String progress() {
        return status.steps() <= 0
                ? ""
                : "%d/%d %3d %%"
                        .formatted(
                                status.step(),
                                status.steps(),
                                100 * status.step() / status.steps());
    }

    /** The time that is left; empty unless a worker is at work. */
    public String left() {
        return status.state() == RunState.RUNNING ? Spans.text(status.secondsLeft()) : "";
    }

    /** One final figure. */
    public Optional<Double> metric(String name) {
        return Optional.ofNullable(metrics.get(name));
    }

    /** Id, labels, place, status and figures. */
    public JsonObject toJson() {
        var description = run.description();
        var json = new JsonObject();
        json.addProperty("id", description.id());
        json.addProperty("name", description.name());
        json.addProperty("experiment", description.experiment());
        json.addProperty("variant", description.variant());
        var levels = new JsonObject();
        description.levels().forEach(levels::addProperty);
        json.add("levels", levels);
        json.addProperty("seed", description.seed());
        json.addProperty("folder", run.path().toAbsolutePath().normalize().toString());
        json.addProperty("status", state());
        json.addProperty("phase", status.phase());
        json.addProperty("step", status.step());
        json.addProperty("steps", status.steps());
        json.add("seconds_left", Numbers.json(status.secondsLeft()));
        json.addProperty("message", status.message());
        json.add("metrics", Numbers.json(metrics));
        return json;
    }
}
