// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.worker;

import com.google.gson.JsonObject;

import org.penumbra.cli.CommandFailed;
import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.runs.launch.WorkerCommand;
import org.penumbra.runs.launch.WorkerEnvironment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One verb of the worker, in the foreground. The worker prints one JSON object a line: {@code
 * message} is for people, {@code error} is the sentence of its failure, everything else is data.
 */
public final class WorkerCall {
    private final Console console;
    private final Consumer<JsonObject> data;
    private Optional<String> error = Optional.empty();

    /**
     * @param console takes what is for people
     * @param data takes the other lines
     */
    public WorkerCall(Console console, Consumer<JsonObject> data) {
        this.console = console;
        this.data = data;
    }

    /**
     * Starts the worker and waits for its end.
     *
     * @param verb {@code run}, {@code render}, {@code doctor} or {@code bench}
     * @param arguments what follows it; paths must be absolute
     * @throws InputException when the worker refused its input
     * @throws CommandFailed when it failed
     */
    public void run(String verb, List<String> arguments) throws InterruptedException {
        int code = exitCode(verb, arguments);
        switch (code) {
            case ExitCode.DONE -> {}
            case ExitCode.INTERRUPTED -> throw new InterruptedException();
            case ExitCode.WRONG_INPUT -> throw new InputException(sentence(code));
            default -> throw new CommandFailed(sentence(code));
        }
    }

    private String sentence(int code) {
        return error.orElse(
                "the worker ended with exit code %d; --verbose shows what it printed"
                        .formatted(code));
    }

    private int exitCode(String verb, List<String> arguments) throws InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        var builder =
                WorkerCommand.installed()
                        .with(WorkerEnvironment.of(threads))
                        .process(verb, arguments)
                        .redirectError(
                                console.verbose()
                                        ? ProcessBuilder.Redirect.INHERIT
                                        : ProcessBuilder.Redirect.DISCARD);
        try {
            return follow(builder.start());
        } catch (IOException e) {
            throw new CommandFailed("the worker cannot be started: " + e.getMessage(), e);
        }
    }

    private int follow(Process process) throws InterruptedException, IOException {
        try (var stop = new StopWithUs(process);
                var lines = reader(process)) {
            process.getOutputStream().close();
            lines.lines().forEach(this::hear);
            return process.waitFor();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private void hear(String line) {
        try {
            if (Json.parse(line) instanceof JsonObject object) {
                hear(object);
            }
        } catch (InputException noJson) {
            // A library may print what it likes; that is for the curious only.
            if (console.verbose()) {
                console.note(line);
            }
        }
    }

    private void hear(JsonObject object) {
        if (object.has("error")) {
            error = Optional.of(object.get("error").getAsString());
        } else if (object.has("message") && object.size() == 1) {
            console.note(object.get("message").getAsString());
        } else {
            data.accept(object);
        }
    }
}
