// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.report.PlanReport;
import org.penumbra.io.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code penumbra plan}. */
@Command(
        name = "plan",
        header = "List the runs that an experiment would make.",
        description = {
            "",
            "Starts nothing and writes nothing. Shows every run with its steps and what the runs"
                    + " folder has of it already, combinations that come to the same settings, and"
                    + " what cannot be told apart because it changes at once. Times are those of"
                    + " finished runs of the same shape; without any they are unknown.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra plan examples/mednerf-vs-umednerf.penumbra",
            "  penumbra plan my.penumbra --only 'UMedNeRF/*' --set variants/*/iterations=300"
        })
public final class PlanCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private SelectionOptions options;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A command that prints there. */
    public PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var selection = options.select(Optional.empty());
        selection.choices().forEach(console::note);
        selection.warnings().forEach(console::warn);
        selection.obstacles().forEach(console::warn);
        var report = new PlanReport(selection, options.runs());
        console.text(json ? Json.pretty(report.toJson()) + "\n" : report.text());
        return ExitCode.DONE;
    }
}
