// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.Host;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.launch.Assignment;
import org.penumbra.runs.launch.Job;
import org.penumbra.runs.launch.JobState;
import org.penumbra.runs.launch.Launcher;
import org.penumbra.runs.ownership.Owner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A run in its slot, from the start of its worker to the worker's end. */
final class Placement {
    /** A worker that is lost so often without having come further is not started any more. */
    static final int MOST_LOSSES = 3;

    /** Exit code of a worker that found another one at work on the run. */
    private static final int OWNED_ELSEWHERE = 4;

    private final Ticket ticket;
    private final QueueFolder queue;
    private final Launcher launcher;
    private final Consumer<String> log;
    private final Consumer<Ticket> ended;
    private Optional<Job> job = Optional.empty();

    Placement(
            Ticket ticket,
            QueueFolder queue,
            Launcher launcher,
            Consumer<String> log,
            Consumer<Ticket> ended) {
        this.ticket = ticket;
        this.queue = queue;
        this.launcher = launcher;
        this.log = log;
        this.ended = ended;
    }

    private RunFolder run() {
        return RunFolder.open(ticket.run());
    }

    void launch() {
        var run = run();
        if (readable(run).state() == RunState.FINISHED) {
            end("had finished before");
            return;
        }
        starting(run);
        try {
            var work = new Assignment(run, ticket.device(), ticket.wish().threads());
            job = Optional.of(launcher.launch(List.of(work)).getFirst());
            log.accept(ticket.run() + " starts as " + job.get().name());
        } catch (InputException e) {
            run.status(readable(run).ended(RunState.FAILED, e.getMessage()));
            throw e;
        }
    }

    /** Until the worker says so itself; the word of a worker on another machine stays. */
    private static void starting(RunFolder run) {
        var before = readable(run);
        if (before.state().active() && new Owner(run).maybeAlive()) {
            return;
        }
        run.status(
                new RunStatus(
                        RunState.STARTING,
                        before.phase(),
                        before.step(),
                        before.steps(),
                        Double.NaN,
                        before.message(),
                        ProcessHandle.current().pid(),
                        Host.name(),
                        Instant.now()));
    }

    private static RunStatus readable(RunFolder run) {
        try {
            return run.status();
        } catch (InputException damaged) {
            // The worker replaces it with its first heartbeat.
            return RunStatus.of(RunState.PLANNED, "");
        }
    }

    /** Notices the worker's end; finds workers that an earlier scheduler started. */
    void look() {
        var run = run();
        if (job.isEmpty()) {
            job = launcher.find(run);
        }
        if (job.isEmpty() || job.get().state() == JobState.ENDED) {
            verdict(run);
        }
    }

    private void verdict(RunFolder run) {
        int code = job.map(Job::exitCode).orElse(OptionalInt.empty()).orElse(-1);
        if (code == OWNED_ELSEWHERE) {
            elsewhere(run);
            return;
        }
        var status = Verdict.of(run, code);
        boolean again = status.state() == RunState.LOST && run.requests().asked().isEmpty();
        if (again) {
            lost(run, status);
        } else {
            end(status.state().word());
        }
    }

    /** Another worker has the run: the one that this machine can see takes the slot. */
    private void elsewhere(RunFolder run) {
        job = launcher.find(run);
        if (job.isEmpty()) {
            end("is at work on another machine");
        }
    }

    private void lost(RunFolder run, RunStatus status) {
        var steps = run.checkpoints().steps();
        long step = steps.isEmpty() ? 0 : steps.getFirst();
        var next = ticket.lost(step);
        if (next.losses() >= MOST_LOSSES) {
            end("was lost %d times at step %d".formatted(next.losses(), step));
            return;
        }
        log.accept(ticket.run() + " was lost and waits again");
        run.status(status.ended(RunState.QUEUED, "its worker was lost; goes on from step " + step));
        queue.again(next);
        ended.accept(ticket);
    }

    private void end(String how) {
        log.accept(ticket.run() + " " + how);
        queue.done(ticket);
        ended.accept(ticket);
    }
}
