// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.CommandFailed;
import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.queue.Control;
import org.penumbra.runs.queue.Reply;

import java.time.Duration;
import java.util.List;

/** Tells what became of requests to runs. */
record Replies(Console console, Control control) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * Prints the replies and waits for the workers that were asked.
     *
     * @param wait whether to wait
     * @return the exit code: wrong input where every run refused
     */
    int tell(List<Reply> replies, boolean wait) throws InterruptedException {
        var asked = of(replies, Reply.Kind.ASKED);
        if (of(replies, Reply.Kind.REFUSED).size() == replies.size()) {
            throw new InputException(replies.getFirst().sentence());
        }
        replies.forEach(this::tell);
        if (wait && !asked.isEmpty()) {
            await(asked);
        }
        return ExitCode.DONE;
    }

    private static List<RunFolder> of(List<Reply> replies, Reply.Kind kind) {
        return replies.stream().filter(reply -> reply.kind() == kind).map(Reply::run).toList();
    }

    private void tell(Reply reply) {
        if (reply.kind() == Reply.Kind.REFUSED) {
            console.warn(reply.sentence());
        } else {
            console.line(reply.sentence());
        }
    }

    private void await(List<RunFolder> runs) throws InterruptedException {
        var left = control.await(runs, PATIENCE);
        runs.stream().filter(run -> !left.contains(run)).forEach(this::ended);
        if (!left.isEmpty()) {
            throw new CommandFailed(
                    "%s has not stopped yet; it will when its present step is done"
                            .formatted(left.getFirst().description().name()));
        }
    }

    private void ended(RunFolder run) {
        var status = run.status();
        console.line(
                "%s is %s at step %d of %d"
                        .formatted(
                                run.description().name(),
                                status.state().word(),
                                status.step(),
                                status.steps()));
    }
}
