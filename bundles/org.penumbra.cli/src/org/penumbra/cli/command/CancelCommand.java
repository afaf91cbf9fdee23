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

/** {@code penumbra cancel}. */
@Command(
        name = "cancel",
        header = "End runs.",
        description = {
            "",
            "A run at work ends at once; what it has done stays as far as its last checkpoint, and"
                    + " `penumbra retry` goes on from there.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra cancel MedNeRF/seed=1",
            "  penumbra cancel --experiment mednerf-vs-umednerf --runs runs"
        })
public final class CancelCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private TargetOptions targets;

    @Option(names = "--no-wait", description = "Ask, and do not wait until it is done.")
    private boolean noWait;

    /** A command that prints there. */
    public CancelCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var control = Controls.here();
        var replies = targets.find().stream().map(control::cancel).toList();
        return new Replies(console, control).tell(replies, !noWait);
    }
}
