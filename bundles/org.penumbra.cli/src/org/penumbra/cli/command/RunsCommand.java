// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.progress.RunsFollower;
import org.penumbra.cli.report.RunList;
import org.penumbra.cli.report.RunSearch;
import org.penumbra.io.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** {@code penumbra runs}. */
@Command(
        name = "runs",
        header = "List the runs of a runs folder.",
        description = {
            "",
            "Shows every run's state, progress, time left and main figures: psnr and ssim of the"
                + " fine-tuned view, heldout_psnr and heldout_ssim as means over held-out views.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra runs",
            "  penumbra runs --follow",
            "  penumbra runs --search 'weight=0.2 seed=1'",
            "  penumbra runs --runs /data/runs --json"
        })
public final class RunsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private RunsOption runs;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            defaultValue = "",
            description =
                    "Only runs in whose name, experiment, tags, note or parameters all these words"
                            + " are found, such as weight=0.2.")
    private String search;

    @Option(
            names = "--follow",
            description = "Show the list anew until nothing works or waits any more.")
    private boolean follow;

    /** A command that prints there. */
    public RunsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (follow) {
            new RunsFollower(console, this::list).follow();
        } else {
            print(list());
        }
        return ExitCode.DONE;
    }

    private RunList list() {
        var all = runs.read(console);
        return RunList.of((search.isBlank() ? all : RunSearch.among(all, search, console)).runs());
    }

    private void print(RunList list) {
        console.text(json ? Json.pretty(list.toJson()) + "\n" : list.table().text());
    }
}
