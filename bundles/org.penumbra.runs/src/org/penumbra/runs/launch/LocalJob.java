// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import org.penumbra.runs.folder.RunFolder;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A worker process of this machine.
 *
 * @param run the run
 * @param process the process; the system tells its exit code to its parent only
 * @param child the same where this process is its parent, else null
 */
record LocalJob(RunFolder run, ProcessHandle process, Process child) implements Job {

    static LocalJob ofChild(RunFolder run, Process child) {
        return new LocalJob(run, child.toHandle(), child);
    }

    static LocalJob ofStranger(RunFolder run, ProcessHandle process) {
        return new LocalJob(run, process, null);
    }

    @Override
    public String name() {
        return "process " + process.pid();
    }

    @Override
    public JobState state() {
        return process.isAlive() ? JobState.WORKING : JobState.ENDED;
    }

    @Override
    public boolean ended(Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        }
        return true;
    }

    @Override
    public OptionalInt exitCode() {
        return child == null || child.isAlive()
                ? OptionalInt.empty()
                : OptionalInt.of(child.exitValue());
    }

    /** SIGTERM where there are signals. */
    @Override
    public void stop() {
        process.destroy();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }
}
