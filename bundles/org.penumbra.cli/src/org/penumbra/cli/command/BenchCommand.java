// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import com.google.gson.JsonObject;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.worker.WorkerCall;
import org.penumbra.io.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code penumbra bench}. */
@Command(
        name = "bench",
        header = "Measure how fast the engine is here.",
        description = {
            "",
            "mednerf: one training iteration at published size (1024 rays x 64 samples), split into"
                    + " forward, backward and optimiser; its ratio to the bare chain of the same"
                    + " matrix products; growth of memory over 2000 small iterations.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  penumbra bench mednerf", "  penumbra bench mednerf --json"})
public final class BenchCommand implements Callable<Integer> {
    private final Console console;
    private final JsonObject figures = new JsonObject();

    @Parameters(paramLabel = "NAME", description = "What to measure: mednerf.")
    private String name;

    @Option(names = "--device", paramLabel = "DEVICE", description = "auto, cpu or cuda:N.")
    private String device;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** A command that prints there. */
    public BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var arguments = new ArrayList<>(List.of(name));
        DeviceOption.add(device, arguments);
        new WorkerCall(console, this::collect).run("bench", arguments);
        console.text(json ? Json.pretty(figures) + "\n" : text());
        return ExitCode.DONE;
    }

    private void collect(JsonObject line) {
        line.asMap().forEach(figures::add);
    }

    private String text() {
        var text = new StringBuilder();
        figures.asMap().forEach((key, value) -> text.append("%-28s %s%n".formatted(key, value)));
        return text.toString();
    }
}
