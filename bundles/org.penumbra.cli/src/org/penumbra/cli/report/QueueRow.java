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
import org.penumbra.runs.queue.Ticket;

import java.util.List;

/**
 * One run in the queue.
 *
 * @param ticket its place
 * @param name the run's name; its folder where that cannot be read
 * @param summary where it stands
 */
public record QueueRow(Ticket ticket, String name, RunStatus summary) {
    /** The names of {@link #cells()}. */
    public static final List<String> HEADER =
            List.of("run", "state", "device", "folder", "priority", "step", "left");

    /** How many of them are texts. */
    public static final int TEXTS = 4;

    /** Reads where the run stands. */
    public static QueueRow of(Ticket ticket) {
        try {
            var run = RunFolder.open(ticket.run());
            return new QueueRow(ticket, run.description().name(), run.status());
        } catch (InputException e) {
            var status = RunStatus.of(RunState.FAILED, e.getMessage());
            return new QueueRow(ticket, ticket.run().toString(), status);
        }
    }

    /** As a row of a table. */
    public List<String> cells() {
        return List.of(
                name,
                summary.state().word(),
                device(),
                ticket.run().toString(),
                Integer.toString(ticket.priority()),
                summary.steps() > 0 ? summary.step() + "/" + summary.steps() : "",
                summary.state() == RunState.RUNNING ? Spans.text(summary.secondsLeft()) : "");
    }

    /** Where it works, or where it may. */
    private String device() {
        return ticket.device().isEmpty()
                ? String.join(",", ticket.wish().devices())
                : ticket.device();
    }

    /** Everything but the environment. */
    public JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("run", name);
        json.addProperty("folder", ticket.run().toString());
        json.addProperty("state", summary.state().word());
        json.addProperty("device", device());
        json.addProperty("priority", ticket.priority());
        json.addProperty("slots", ticket.wish().slots());
        json.addProperty("step", summary.step());
        json.addProperty("steps", summary.steps());
        return json;
    }
}
