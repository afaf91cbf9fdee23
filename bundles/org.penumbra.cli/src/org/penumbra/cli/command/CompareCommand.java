// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.report.ComparisonReport;
import org.penumbra.io.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** {@code penumbra compare}. */
@Command(
        name = "compare",
        header = "Compare the finished runs of a runs folder.",
        description = {
            "",
            "Mean and sample standard deviation of every metric over seeds, and differences to the"
                    + " baseline variant, paired by seed. CSV has one row per group and metric in"
                    + " full precision.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra compare --runs runs --baseline MedNeRF",
            "  penumbra compare --format latex > table.tex",
            "  penumbra compare --json"
        })
public final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private RunsOption runs;

    @Option(
            names = "--baseline",
            paramLabel = "VARIANT",
            defaultValue = "",
            description = "The variant to hold the others against (default: the experiment's).")
    private String baseline;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, csv, markdown or latex (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A command that prints there. */
    public CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var comparison = ComparisonReport.compare(runs.read(console).runs(), baseline);
        console.text(
                json
                        ? Json.pretty(comparison.toJson()) + "\n"
                        : ComparisonReport.text(comparison, format));
        return ExitCode.DONE;
    }
}
