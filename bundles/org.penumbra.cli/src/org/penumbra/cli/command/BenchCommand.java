// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import com.google.gson.JsonObject;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.bench.Bench;
import org.penumbra.cli.bench.EngineBench;
import org.penumbra.cli.bench.IndexBench;
import org.penumbra.cli.bench.IndexBenchSize;
import org.penumbra.io.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code penumbra bench}. */
@Command(
        name = "bench",
        header = "Measure how fast the engine and the index are here.",
        description = {
            "",
            "mednerf: one training iteration at published size (1024 rays x 64 samples), split into"
                    + " forward, backward and optimiser; its ratio to the bare chain of the same"
                    + " matrix products; growth of memory over 2000 small iterations.",
            "index: writes logs of many runs into a temporary folder, reads them into an index with"
                    + " all checksums, opens it again and shows a table of runs and 20 curves.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra bench mednerf --json",
            "  penumbra bench index",
            "  penumbra bench index --runs 100 --scalars 20 --steps 5000"
        })
public final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "NAME", description = "What to measure: mednerf or index.")
    private String name;

    @Option(names = "--device", paramLabel = "DEVICE", description = "auto, cpu or cuda:N.")
    private String device;

    @Mixin private IndexBenchSize size;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** A command that prints there. */
    public BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var figures = bench().measure();
        console.text(json ? Json.pretty(figures) + "\n" : text(figures));
        return ExitCode.DONE;
    }

    private Bench bench() {
        if (name.equals("index")) {
            return new IndexBench(console, size);
        }
        var arguments = new ArrayList<>(List.of(name));
        DeviceOption.add(device, arguments);
        return new EngineBench(console, arguments);
    }

    private static String text(JsonObject figures) {
        var text = new StringBuilder();
        figures.asMap().forEach((key, value) -> text.append("%-36s %s%n".formatted(key, value)));
        return text.toString();
    }
}
