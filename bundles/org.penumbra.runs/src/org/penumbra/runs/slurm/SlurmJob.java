// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.launch.Job;
import org.penumbra.runs.launch.JobState;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * One task of an array job.
 *
 * @param run the run
 * @param array the array job
 * @param task the task's number in it
 * @param output what is printed for it
 */
record SlurmJob(RunFolder run, ArrayJob array, int task, TaskOutput output) implements Job {
    private static final long PULSE = 1_000;

    /** With this the batch script gives up, and so does a worker, which prints elsewhere. */
    private static final int FAILED = 1;

    @Override
    public String name() {
        return "Slurm job " + array.id(task);
    }

    @Override
    public JobState state() {
        return array.report(task).state();
    }

    @Override
    public boolean ended(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (state() != JobState.ENDED) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(Math.min(left, PULSE));
        }
        return true;
    }

    @Override
    public OptionalInt exitCode() {
        return array.report(task).exitCode();
    }

    @Override
    public String reason() {
        var report = array.report(task);
        var reason = array.trouble().orElse(Reasons.sentence(report));
        return report.exitCode().orElse(0) == FAILED ? output.lastWord().orElse(reason) : reason;
    }

    /** By a request in the run folder: a signal alone would look like the time limit's. */
    @Override
    public void stop() {
        run.requests().ask(Request.PAUSE);
        if (state() == JobState.WAITING) {
            array.cancelWaiting(task);
            settle(RunState.PAUSED, "stopped while it waited in Slurm");
        }
    }

    @Override
    public void kill() {
        array.cancel(task);
        settle(RunState.CANCELLED, "cancelled while it waited in Slurm");
    }

    /** A task that never began leaves nobody to say what became of the run. */
    private void settle(RunState state, String why) {
        var status = run.status();
        if (status.state() == RunState.QUEUED && state() == JobState.ENDED) {
            run.status(status.ended(state, why));
        }
    }
}
