// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.launch.WorkerHandle;

/** What became of a run whose worker is gone. */
final class Verdict {
    private static final int KILLED_BY_SIGNAL = 128;

    private Verdict() {}

    /** Reads the worker's own last word, and adds it where there is none. */
    static RunStatus of(RunFolder run, WorkerHandle worker, boolean stopping) {
        var last = lastWord(run);
        if (last.state().ended() || last.state() == RunState.PAUSED) {
            return last;
        }
        var verdict = stopping ? stopped(last) : silent(run, last, worker);
        run.status(verdict);
        return verdict;
    }

    private static RunStatus lastWord(RunFolder run) {
        try {
            return run.status();
        } catch (InputException e) {
            return RunStatus.of(RunState.RUNNING, e.getMessage());
        }
    }

    private static RunStatus stopped(RunStatus last) {
        return last.ended(RunState.PAUSED, "stopped; goes on when it is run again");
    }

    private static RunStatus silent(RunFolder run, RunStatus last, WorkerHandle worker) {
        int code = worker.exitCode().orElse(KILLED_BY_SIGNAL);
        boolean killed = code >= KILLED_BY_SIGNAL;
        var what = killed ? "its worker was killed" : "its worker ended with exit code " + code;
        return last.ended(
                killed ? RunState.LOST : RunState.FAILED,
                "%s; %s tells more".formatted(what, run.workerLog()));
    }
}
