// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.launch.Job;
import org.penumbra.runs.launch.JobState;
import org.penumbra.runs.launch.Launcher;
import org.penumbra.runs.ownership.Owner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Pauses and cancels runs wherever they are: waiting, at work here or on another machine, or cut.
 *
 * @param queue the queue of this machine
 * @param launchers who may have put a run to work outside the queue
 */
public record Control(QueueFolder queue, List<Launcher> launchers) {
    private static final Duration GLANCE = Duration.ofMillis(100);

    /** Stops a run so that it can go on later. */
    public Reply pause(RunFolder run) {
        return switch (run.status().state()) {
            case FINISHED, FAILED, CANCELLED -> refused(run, "there is nothing to pause");
            case PAUSED -> Reply.done(run, "is paused already");
            case PLANNED -> refused(run, "it was never started");
            default -> ask(run, Request.PAUSE);
        };
    }

    /** Ends a run for good, until somebody tries it again. */
    public Reply cancel(RunFolder run) {
        return switch (run.status().state()) {
            case FINISHED -> refused(run, "there is nothing to cancel");
            case CANCELLED -> Reply.done(run, "is cancelled already");
            default -> ask(run, Request.CANCEL);
        };
    }

    private static Reply refused(RunFolder run, String why) {
        return Reply.refused(run, "is %s: %s".formatted(run.status().state().word(), why));
    }

    private Reply ask(RunFolder run, Request request) {
        var waits = job(run).filter(job -> job.state() == JobState.WAITING);
        waits.ifPresent(Job::kill);
        if (waits.isEmpty() && Idle.answer(queue, run, request)) {
            return done(run, request);
        }
        if (waits.isEmpty() && maybeAtWork(run)) {
            run.requests().ask(request);
            return Reply.asked(run, "is asked to stop");
        }
        Idle.settle(run, request);
        return done(run, request);
    }

    private static Reply done(RunFolder run, Request request) {
        return Reply.done(run, request == Request.PAUSE ? "is paused" : "is cancelled");
    }

    private boolean maybeAtWork(RunFolder run) {
        return queue.holds(run)
                || new Owner(run).maybeAlive()
                || job(run).filter(job -> job.state() != JobState.ENDED).isPresent();
    }

    private Optional<Job> job(RunFolder run) {
        return launchers.stream().flatMap(launcher -> launcher.find(run).stream()).findFirst();
    }

    /** Whether nothing happens to the run any more. */
    public boolean still(RunFolder run) {
        boolean held = queue.holds(run);
        return run.status().state().still() && !held;
    }

    /**
     * Waits until runs that were asked have stopped.
     *
     * @return those that have not within the patience
     */
    public List<RunFolder> await(List<RunFolder> runs, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        var left = runs.stream().filter(run -> !still(run)).toList();
        while (!left.isEmpty() && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
            left = left.stream().filter(run -> !still(run)).toList();
        }
        return left;
    }

    /** Lets a run go on that was paused, was lost, or never started. */
    public Reply resume(RunFolder run, Submission submission, int index) {
        return switch (run.status().state()) {
            case PAUSED, PLANNED, LOST -> submit(run, submission, index);
            case FAILED, CANCELLED -> refused(run, "`penumbra retry` tries it again");
            case FINISHED -> refused(run, "there is nothing left to do");
            default -> unlessGone(run, submission, index);
        };
    }

    /** Tries a run again that failed, was cancelled or lost, from its last checkpoint. */
    public Reply retry(RunFolder run, Submission submission, int index) {
        return switch (run.status().state()) {
            case FAILED, CANCELLED, LOST -> submit(run, submission, index);
            case PAUSED, PLANNED -> refused(run, "`penumbra resume` lets it go on");
            case FINISHED -> refused(run, "`penumbra run --again` makes a second run of it");
            default -> unlessGone(run, submission, index);
        };
    }

    /** A run whose folder says that it works, though its worker is gone. */
    private Reply unlessGone(RunFolder run, Submission submission, int index) {
        return maybeAtWork(run)
                ? Reply.done(run, "is %s already".formatted(run.status().state().word()))
                : submit(run, submission, index);
    }

    private static Reply submit(RunFolder run, Submission submission, int index) {
        return submission.submit(run, index)
                ? Reply.done(run, "waits for its slot")
                : Reply.done(run, "is at work already");
    }
}
