// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import org.penumbra.runs.launch.JobState;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** One array job, asked at most once a second for all its tasks. */
final class ArrayJob {
    private static final long FRESH = 1_000_000_000L;

    private final Slurm slurm;
    private final long number;
    private final String name;
    private final LongSupplier clock;
    private final Map<Integer, TaskReport> known = new HashMap<>();
    private Map<Integer, TaskReport> queue = Map.of();
    private long asked;
    private boolean fresh;
    private Optional<String> trouble = Optional.empty();

    /**
     * @param slurm the cluster
     * @param number its number
     * @param name its name: numbers are given out again when a cluster is set up anew
     * @param clock nanoseconds
     */
    ArrayJob(Slurm slurm, long number, String name, LongSupplier clock) {
        this.slurm = slurm;
        this.number = number;
        this.name = name;
        this.clock = clock;
    }

    TaskId id(int task) {
        return new TaskId(number, task);
    }

    /**
     * Where a task stands. A cluster that does not answer for a while leaves it where it was.
     *
     * @throws SlurmFailure when the cluster has not answered yet
     */
    synchronized TaskReport report(int task) {
        try {
            refresh();
            known.put(task, find(task));
            trouble = Optional.empty();
        } catch (SlurmFailure failure) {
            trouble = Optional.of(failure.getMessage());
            if (!known.containsKey(task)) {
                throw failure;
            }
        }
        return known.get(task);
    }

    /** It was submitted this moment: where the cluster does not answer now, that is known of it. */
    synchronized void submitted(int task) {
        known.put(task, TaskReport.of("PENDING", "", OptionalInt.empty()));
    }

    /** What stands between us and the cluster; empty where it answers. */
    synchronized Optional<String> trouble() {
        return trouble;
    }

    /** Ends a task, whether it waits or works. */
    synchronized void cancel(int task) {
        slurm.cancel(id(task));
        fresh = false;
    }

    /** Ends a task if it waits still; one that works goes on. */
    synchronized void cancelWaiting(int task) {
        slurm.cancelWaiting(id(task));
        fresh = false;
    }

    private void refresh() {
        long now = clock.getAsLong();
        if (!fresh || now - asked >= FRESH) {
            queue = inQueue();
            asked = now;
            fresh = true;
        }
    }

    private Map<Integer, TaskReport> inQueue() {
        var reports = new HashMap<Integer, TaskReport>();
        slurm.squeue().job(number).stream()
                .filter(line -> line.id().job() == number && line.name().equals(name))
                .forEach(line -> reports.put(line.id().task(), line.report()));
        return reports;
    }

    private TaskReport find(int task) {
        var queued = Optional.ofNullable(queue.get(task));
        return queued.filter(report -> report.state() != JobState.ENDED)
                .orElseGet(() -> ended(task, queued));
    }

    /** With the exit code, which squeue does not tell; asked for once. */
    private TaskReport ended(int task, Optional<TaskReport> queued) {
        var before = Optional.ofNullable(known.get(task));
        return before.filter(report -> report.state() == JobState.ENDED)
                .or(() -> slurm.scontrol().task(id(task), name))
                .or(() -> slurm.sacct().task(id(task), name))
                .or(() -> queued)
                .orElse(TaskReport.FORGOTTEN);
    }
}
