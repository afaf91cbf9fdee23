// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.report.RunReport;
import org.penumbra.io.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** {@code penumbra show}. */
@Command(
        name = "show",
        header = "Show all about one run.",
        description = {"", "Its parameters, state, figures per view and attempts.", ""},
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra show MedNeRF/seed=1",
            "  penumbra show 4f9a2c",
            "  penumbra show runs/MedNeRF-s1-4f9a2c01 --json"
        })
public final class ShowCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "RUN",
            description = "The run's name, its folder, or the beginning of its id.")
    private String run;

    @Mixin private RunsOption runs;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A command that prints there. */
    public ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var report = new RunReport(runs.find(run));
        console.text(json ? Json.pretty(report.toJson()) + "\n" : report.text());
        return ExitCode.DONE;
    }
}
