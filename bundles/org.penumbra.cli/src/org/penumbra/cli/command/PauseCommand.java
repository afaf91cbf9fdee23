// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** {@code penumbra pause}. */
@Command(
        name = "pause",
        header = "Stop runs so that they can go on later.",
        description = {
            "",
            "A run at work saves a checkpoint first; one that waits is taken out of the queue."
                    + " `penumbra resume` lets them go on, to the same bits.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra pause MedNeRF/seed=1",
            "  penumbra pause --experiment mednerf-vs-umednerf --runs runs"
        })
public final class PauseCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private TargetOptions targets;

    @Option(names = "--no-wait", description = "Ask, and do not wait until it is done.")
    private boolean noWait;

    /** A command that prints there. */
    public PauseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var control = Controls.here();
        var replies = targets.find().stream().map(control::pause).toList();
        return new Replies(console, control).tell(replies, !noWait);
    }
}
