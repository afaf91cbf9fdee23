// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.curves.ChosenRuns;
import org.penumbra.cli.curves.CsvPrinter;
import org.penumbra.cli.curves.CurvePrinter;
import org.penumbra.cli.curves.CurvesReport;
import org.penumbra.cli.curves.JsonPrinter;
import org.penumbra.cli.curves.LineageCurves;
import org.penumbra.cli.curves.Span;
import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.index.decimate.Buckets;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code penumbra curves}. */
@Command(
        name = "curves",
        header = "Print the curves of runs.",
        description = {
            "",
            "Over all attempts, every step once. Curves are decimated to the least and greatest"
                + " value of ranges of steps unless --full asks for every point. The columns of CSV"
                + " are run, tag, step, wall_time (seconds since 1970) and value.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra curves MedNeRF/seed=1 --format text",
            "  penumbra curves MedNeRF/seed=1 MedNeRF/seed=2 --tag 'loss/*' > loss.csv",
            "  penumbra curves 4f9a2c --tag eval/psnr --from 1000 --to 2000 --full"
        })
public final class CurvesCommand implements Callable<Integer> {
    private static final int POINTS = 1000;

    private final Console console;

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "A run's name, its folder, or the beginning of its id.")
    private List<String> words;

    @Mixin private RunsOption runs;

    @Option(
            names = "--tag",
            paramLabel = "GLOB",
            description = "Only curves whose tags fit, such as 'loss/*'; may be repeated.")
    private List<String> tags = List.of();

    @Option(names = "--from", paramLabel = "N", description = "The first step.")
    private Long from;

    @Option(names = "--to", paramLabel = "N", description = "The last step.")
    private Long to;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "At most so many points per curve (default: 1000).")
    private Integer points;

    @Option(names = "--full", description = "Print every point.")
    private boolean full;

    @Option(
            names = "--lineage",
            description =
                    "Of a branched run also the curves before it, every point, from the runs that"
                            + " it was branched from.")
    private boolean lineage;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv, json, or text for a summary (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    /** A command that prints there. */
    public CurvesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        var span = Span.of(from, to);
        var chosen = ChosenRuns.of(found());
        int printed = lineage ? lineage(span) : print(new CurvesReport(chosen, tags, span));
        if (printed == 0) {
            console.note(
                    "No curves were found: `penumbra curves RUN --format text` lists those of a"
                            + " run.");
        }
        return ExitCode.DONE;
    }

    private void check() {
        if (lineage && points != null) {
            throw new InputException(
                    "--lineage prints every point: leave --points out, or --lineage");
        }
        if (full && points != null) {
            throw new InputException("--full prints every point: leave --points out, or --full");
        }
        if (points != null && points < Buckets.FEWEST_POINTS) {
            throw new InputException(
                    "--points %d are too few to show a curve: give at least %d"
                            .formatted(points, Buckets.FEWEST_POINTS));
        }
    }

    private List<RunFolder> found() {
        return words.stream().map(runs::find).toList();
    }

    private int lineage(Span span) {
        var curves = new LineageCurves(found(), tags, span);
        return switch (json ? "json" : format) {
            case "csv" -> curves.print(console, new CsvPrinter(console));
            case "json" -> curves.print(console, new JsonPrinter(console));
            default ->
                    throw new InputException(
                            "--lineage prints points: use it with the format csv or json");
        };
    }

    private int print(CurvesReport report) {
        return switch (json ? "json" : format) {
            case "csv" -> points(report, new CsvPrinter(console));
            case "json" -> points(report, new JsonPrinter(console));
            case "text" -> report.summaries(console);
            default ->
                    throw new InputException(
                            "There is no format '%s': use csv, json or text".formatted(format));
        };
    }

    private int points(CurvesReport report, CurvePrinter printer) {
        return full
                ? report.full(console, printer)
                : report.decimated(console, printer, points == null ? POINTS : points);
    }
}
