// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** {@code penumbra retry}. */
@Command(
        name = "retry",
        header = "Try failed or cancelled runs again.",
        description = {
            "",
            "They wait for a slot and go on from their last checkpoint, or begin anew where there"
                    + " is none.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  penumbra retry MedNeRF/seed=1",
            "  penumbra retry 'MedNeRF/*' --jobs 2 --priority 5"
        })
public final class RetryCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private TargetOptions targets;

    @Mixin private QueueOptions queueing;

    /** A command that prints there. */
    public RetryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        queueing.check();
        var again = new Requeue(queueing);
        return new Replies(console, again.control())
                .tell(again.all(targets.find(), again::retry), false);
    }
}
