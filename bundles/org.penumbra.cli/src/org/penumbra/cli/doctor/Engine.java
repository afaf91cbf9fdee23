// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.doctor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.penumbra.cli.CommandFailed;
import org.penumbra.cli.Console;
import org.penumbra.cli.worker.WorkerCall;
import org.penumbra.io.InputException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets the worker look at itself: whether it starts, on which device, and whether its golden
 * numbers and gradients come out. It prints {@code {"check", "ok", "detail"}} for each of them and
 * {@code {"device", ...}} for what it found.
 */
public final class Engine {
    private static final String NAME = "Engine";

    private final List<Check> checks = new ArrayList<>();

    private Engine() {}

    /** Starts the worker once. */
    public static List<Check> checks(Console console, Optional<String> device)
            throws InterruptedException {
        var engine = new Engine();
        var arguments = new ArrayList<String>();
        device.ifPresent(name -> arguments.addAll(List.of("--device", name)));
        var started = engine.start(new WorkerCall(console, engine::hear), arguments);
        engine.checks.addFirst(started);
        return List.copyOf(engine.checks);
    }

    private Check start(WorkerCall worker, List<String> arguments) throws InterruptedException {
        try {
            worker.run("doctor", arguments);
        } catch (InputException | CommandFailed e) {
            // The worker ends with an error also where it has told already what is broken.
            if (checks.stream().noneMatch(Check::isBroken)) {
                return Check.broken(NAME, e.getMessage());
            }
        }
        return Check.ok(NAME, "starts");
    }

    private void hear(JsonObject line) {
        checks.add(line.has("check") ? check(line) : found(line));
    }

    private static Check check(JsonObject line) {
        var name = line.get("check").getAsString();
        var detail = line.has("detail") ? line.get("detail").getAsString() : "";
        if (!line.has("ok") || line.get("ok").isJsonNull()) {
            return Check.missing(name, detail);
        }
        return line.get("ok").getAsBoolean() ? Check.ok(name, detail) : Check.broken(name, detail);
    }

    private static Check found(JsonObject line) {
        var name = line.has("device") ? "Device" : "Facts";
        return Check.ok(
                name,
                line.asMap().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + plain(entry.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static String plain(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }
}
