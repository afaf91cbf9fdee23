// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.ExitCode;
import org.penumbra.runs.queue.Scheduler;

import picocli.CommandLine.Command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

/** {@code penumbra scheduler}: what the queue starts by itself. */
@Command(
        name = "scheduler",
        hidden = true,
        header = "Start the waiting runs of this machine, until there are none.")
public final class SchedulerCommand implements Callable<Integer> {

    @Override
    public Integer call() throws InterruptedException {
        Scheduler.here(SchedulerCommand::log).run();
        return ExitCode.DONE;
    }

    private static void log(String line) {
        System.out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
