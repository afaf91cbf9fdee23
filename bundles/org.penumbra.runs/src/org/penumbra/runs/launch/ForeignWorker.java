// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import org.penumbra.runs.folder.Host;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A worker of this machine that another process started. */
public final class ForeignWorker implements WorkerHandle {
    private final ProcessHandle process;

    private ForeignWorker(ProcessHandle process) {
        this.process = process;
    }

    /** The living worker of a run on this machine. */
    public static Optional<WorkerHandle> of(RunFolder run) {
        var status = run.status();
        // While a run is starting the process on record is the one that starts it, not the worker.
        boolean here = status.state() == RunState.RUNNING && status.host().equals(Host.name());
        return here && status.workerAlive()
                ? ProcessHandle.of(status.pid()).map(ForeignWorker::new)
                : Optional.empty();
    }

    @Override
    public long pid() {
        return process.pid();
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

    /** The system tells the exit code to the parent only. */
    @Override
    public OptionalInt exitCode() {
        return OptionalInt.empty();
    }

    @Override
    public void stop() {
        process.destroy();
    }
}
