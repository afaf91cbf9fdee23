// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import com.google.gson.JsonObject;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.cli.worker.WorkerCall;
import org.penumbra.runs.folder.RunFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code penumbra worker}. */
@Command(
        name = "worker",
        header = "Work on one run, in the foreground.",
        description = {
            "",
            "What launchers start: trains the run of a run folder from its last checkpoint to its"
                    + " end. A signal to stop lets it save first.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = "  penumbra worker runs/MedNeRF-s1-4f9a2c01")
public final class WorkerCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN_FOLDER", description = "The folder of the run.")
    private Path folder;

    /** A command that prints there. */
    public WorkerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var run = RunFolder.open(folder).path().toAbsolutePath().normalize();
        new WorkerCall(console, this::tell).run("run", List.of(run.toString()));
        return ExitCode.DONE;
    }

    private void tell(JsonObject line) {
        console.line(line.toString());
    }
}
