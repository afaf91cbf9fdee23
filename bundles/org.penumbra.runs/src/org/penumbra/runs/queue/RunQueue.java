// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.io.InputException;
import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.plan.PlannedRun;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A plan in the queue: its runs are submitted and watched. Equal finished runs are reused, cut ones
 * go on where they were, a failing one does not stop the others. The runs do not need this process:
 * where it dies they go on.
 */
public final class RunQueue {
    private static final Duration PULSE = Duration.ofMillis(500);

    private final Path folder;
    private final QueueSettings settings;
    private final SchedulerStarter scheduler;
    private final Tally tally;
    private final Duration pulse;
    private final List<Followed> followed = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean stopping;

    /**
     * @param folder the runs folder, made when missing
     * @param settings how the runs are queued
     * @param scheduler who starts them
     * @param listener hears what happens
     */
    public RunQueue(
            Path folder,
            QueueSettings settings,
            SchedulerStarter scheduler,
            QueueListener listener) {
        this(folder, settings, scheduler, listener, PULSE);
    }

    RunQueue(
            Path folder,
            QueueSettings settings,
            SchedulerStarter scheduler,
            QueueListener listener,
            Duration pulse) {
        this.folder = folder;
        this.settings = settings;
        this.scheduler = scheduler;
        this.tally = new Tally(listener);
        this.pulse = pulse;
    }

    /**
     * Submits the runs and returns at once.
     *
     * @return the folders of the runs, in the plan's order
     * @throws InputException when the runs folder cannot be used
     */
    public List<RunFolder> submit(List<PlannedRun> plan) {
        var submission = new Submission(settings.queue(), settings.wish(), settings.priority());
        try (var places = Places.of(folder, settings.again())) {
            for (int i = 0; i < plan.size(); i++) {
                submit(plan.get(i), places, submission, i);
            }
        }
        scheduler.ensure();
        return tally.folders(plan);
    }

    private synchronized void submit(
            PlannedRun run, Places places, Submission submission, int index) {
        if (stopping) {
            return;
        }
        try {
            var place = places.existing(run);
            var there = place.isPresent() ? place.get() : places.create(run);
            if (place.isPresent() && there.status().state() == RunState.FINISHED) {
                there.describe(run.description());
                tally.reused(run, there);
                return;
            }
            if (submission.possible(there)) {
                there.describe(run.description());
                submission.submit(there, index);
            }
            follow(run, there);
        } catch (InputException e) {
            tally.refused(run, e.getMessage());
        }
    }

    private void follow(PlannedRun run, RunFolder there) {
        tally.place(run, there);
        followed.add(new Followed(run, there, settings.queue(), tally));
    }

    /**
     * Submits the runs and returns when all have ended.
     *
     * @throws InputException when the runs folder cannot be used
     */
    public Outcome run(List<PlannedRun> plan) throws InterruptedException {
        try {
            submit(plan);
            while (!look()) {
                scheduler.ensure();
                TimeUnit.NANOSECONDS.sleep(pulse.toNanos());
            }
            return tally.outcome(plan, stopping());
        } finally {
            ended.countDown();
        }
    }

    /** Looks at all runs once. Returns whether all have ended. */
    private synchronized boolean look() {
        followed.stream().filter(run -> !run.ended()).forEach(Followed::look);
        var left = followed.stream().filter(run -> !run.ended()).toList();
        if (!left.isEmpty()) {
            tally.outlook(outlook(left));
        }
        return left.isEmpty();
    }

    private Outlook outlook(List<Followed> left) {
        var statuses = left.stream().map(Followed::status).flatMap(Optional::stream).toList();
        return Outlooks.of(statuses, tally.meanSeconds(), settings.wish());
    }

    private synchronized boolean stopping() {
        return stopping;
    }

    /**
     * Takes what waits out of the queue and asks the workers to save and end; for a shutdown hook.
     *
     * @return whether all had ended within the patience; the others end by themselves
     */
    public boolean stop(Duration patience) throws InterruptedException {
        ask();
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void ask() {
        stopping = true;
        followed.stream().filter(run -> !run.ended()).map(Followed::folder).forEach(this::pause);
    }

    private void pause(RunFolder run) {
        run.requests().ask(Request.PAUSE);
        Idle.answer(settings.queue(), run, Request.PAUSE);
    }
}
