// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.Numbers;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * What {@code status.json} holds.
 *
 * @param state where the run stands
 * @param phase what the worker does: {@code adversarial}, {@code fine-tuning}, {@code evaluation},
 *     or empty
 * @param step the last step done
 * @param steps the steps of the whole run
 * @param secondsLeft the expected time to the end in seconds; NaN when unknown
 * @param message one sentence for people, or empty
 * @param pid the worker's process id, 0 when there is none
 * @param host the machine of that process
 * @param heartbeat when this was written
 */
public record RunStatus(
        RunState state,
        String phase,
        long step,
        long steps,
        double secondsLeft,
        String message,
        long pid,
        String host,
        Instant heartbeat) {

    /** A status without progress or process, as of now on this machine. */
    public static RunStatus of(RunState state, String message) {
        return new RunStatus(state, "", 0, 0, Double.NaN, message, 0, Host.name(), Instant.now());
    }

    /** The same progress in another state, without a process. */
    public RunStatus ended(RunState next, String reason) {
        return new RunStatus(next, phase, step, steps, Double.NaN, reason, 0, host, Instant.now());
    }

    JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("formatVersion", 1);
        json.addProperty("state", state.word());
        json.addProperty("phase", phase);
        json.addProperty("step", step);
        json.addProperty("steps", steps);
        json.add("secondsLeft", Numbers.json(secondsLeft));
        json.addProperty("message", message);
        json.addProperty("pid", pid);
        json.addProperty("host", host);
        json.addProperty("heartbeat", heartbeat.toString());
        return json;
    }

    static RunStatus of(Fields json) {
        json.format("formatVersion", 1);
        return new RunStatus(
                state(json),
                json.text("phase"),
                json.whole("step"),
                json.whole("steps"),
                json.number("secondsLeft"),
                json.text("message"),
                json.whole("pid"),
                json.text("host"),
                heartbeat(json));
    }

    private static RunState state(Fields json) {
        try {
            return RunState.valueOf(json.text("state").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "%s is damaged: no state is called '%s'"
                            .formatted(json.where(), json.text("state")),
                    e);
        }
    }

    private static Instant heartbeat(Fields json) {
        try {
            return Instant.parse(json.text("heartbeat"));
        } catch (DateTimeParseException e) {
            throw new InputException(json.where() + " is damaged: heartbeat is not a time", e);
        }
    }
}
