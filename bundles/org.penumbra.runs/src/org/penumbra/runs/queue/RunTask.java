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
import org.penumbra.runs.launch.ForeignWorker;
import org.penumbra.runs.launch.Launcher;
import org.penumbra.runs.launch.WorkerHandle;
import org.penumbra.runs.plan.PlannedRun;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Brings one run to its end. */
final class RunTask implements Callable<Void> {
    private final PlannedRun run;
    private final Places places;
    private final Launcher launcher;
    private final ActiveWorkers workers;
    private final Tally tally;
    private final Duration pulse;

    RunTask(
            PlannedRun run,
            Places places,
            Launcher launcher,
            ActiveWorkers workers,
            Tally tally,
            Duration pulse) {
        this.run = run;
        this.places = places;
        this.launcher = launcher;
        this.workers = workers;
        this.tally = tally;
        this.pulse = pulse;
    }

    @Override
    public Void call() throws InterruptedException {
        if (workers.stopping()) {
            return null;
        }
        try {
            begin();
        } catch (InputException e) {
            tally.refused(run, e.getMessage());
        }
        return null;
    }

    private void begin() throws InterruptedException {
        var existing = places.existing(run);
        if (existing.isEmpty()) {
            work(places.create(run), false);
        } else if (existing.get().status().state() == RunState.FINISHED) {
            existing.get().describe(run.description());
            tally.reused(run, existing.get());
        } else {
            goOn(existing.get());
        }
    }

    private void goOn(RunFolder folder) throws InterruptedException {
        var atWork = ForeignWorker.of(folder);
        if (atWork.isPresent()) {
            follow(folder, workers.start(atWork::get), true);
        } else if (folder.status().workerAlive()) {
            throw new InputException(
                    "%s is at work on %s: wait for it, or remove its status.json if that machine is gone"
                            .formatted(folder.path(), folder.status().host()));
        } else {
            folder.describe(run.description());
            work(folder, !folder.attempts().isEmpty());
        }
    }

    private void work(RunFolder folder, boolean resumed) throws InterruptedException {
        follow(folder, workers.start(() -> launch(folder)), resumed);
    }

    /** Until the worker says so itself, this process answers for the run. */
    private WorkerHandle launch(RunFolder folder) {
        var before = folder.status();
        folder.status(
                new RunStatus(
                        RunState.STARTING,
                        before.phase(),
                        before.step(),
                        before.steps(),
                        Double.NaN,
                        "",
                        ProcessHandle.current().pid(),
                        Host.name(),
                        Instant.now()));
        try {
            return launcher.launch(folder);
        } catch (InputException e) {
            folder.status(RunStatus.of(RunState.FAILED, e.getMessage()));
            throw e;
        }
    }

    private void follow(RunFolder folder, Optional<WorkerHandle> started, boolean resumed)
            throws InterruptedException {
        if (started.isEmpty()) {
            return;
        }
        var worker = started.get();
        try {
            tally.started(run, folder, resumed);
            watch(folder, worker);
            tally.ended(run, folder, Verdict.of(folder, worker, workers.stopping()));
        } finally {
            workers.ended(worker);
        }
    }

    private void watch(RunFolder folder, WorkerHandle worker) throws InterruptedException {
        RunStatus shown = null;
        while (!worker.ended(pulse)) {
            var status = readable(folder);
            if (status.isPresent() && !status.get().equals(shown)) {
                shown = status.get();
                tally.progress(run, folder, shown);
            }
        }
    }

    /** Damage is for the worker to mend at its next heartbeat. */
    private static Optional<RunStatus> readable(RunFolder folder) {
        try {
            return Optional.of(folder.status());
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
