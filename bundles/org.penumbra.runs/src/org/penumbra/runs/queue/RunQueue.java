// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.launch.Launcher;
import org.penumbra.runs.plan.PlannedRun;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs a plan from within this process. Equal finished runs are reused, cut ones go on where they
 * were, a failing one does not stop the others.
 */
public final class RunQueue {
    private final Path folder;
    private final Launcher launcher;
    private final int jobs;
    private final boolean again;
    private final QueueListener listener;
    private final Duration pulse;
    private final ActiveWorkers workers = new ActiveWorkers();

    /**
     * @param folder the runs folder, made when missing
     * @param launcher starts the workers
     * @param jobs how many at a time
     * @param again whether finished runs are run again, in folders of their own
     * @param listener hears what happens
     */
    public RunQueue(
            Path folder, Launcher launcher, int jobs, boolean again, QueueListener listener) {
        this(folder, launcher, jobs, again, listener, Duration.ofMillis(500));
    }

    RunQueue(
            Path folder,
            Launcher launcher,
            int jobs,
            boolean again,
            QueueListener listener,
            Duration pulse) {
        this.folder = folder;
        this.launcher = launcher;
        this.jobs = Math.max(1, jobs);
        this.again = again;
        this.listener = listener;
        this.pulse = pulse;
    }

    /**
     * Works through the runs and returns when all have ended, or when the queue was stopped and its
     * workers are gone.
     *
     * @throws org.penumbra.io.InputException when the runs folder cannot be used
     */
    public Outcome run(List<PlannedRun> plan) throws InterruptedException {
        var places = Places.of(folder, again);
        var tally = new Tally(listener);
        try (var threads = Executors.newFixedThreadPool(jobs, RunQueue::thread)) {
            await(
                    plan.stream()
                            .map(run -> new RunTask(run, places, launcher, workers, tally, pulse))
                            .map(threads::submit)
                            .toList());
        }
        return tally.outcome(plan, workers.stopping());
    }

    private static Thread thread(Runnable task) {
        return Thread.ofPlatform().daemon().name("penumbra-queue").unstarted(task);
    }

    private void await(List<Future<Void>> tasks) throws InterruptedException {
        try {
            for (var task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            workers.stop();
            throw e;
        }
    }

    /**
     * Starts nothing more and asks the workers to save and end; for a shutdown hook.
     *
     * @return whether all were gone within the patience; the others go on by themselves
     */
    public boolean stop(Duration patience) throws InterruptedException {
        workers.stop();
        return workers.gone(patience);
    }
}
