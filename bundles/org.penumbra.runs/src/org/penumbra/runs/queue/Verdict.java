// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.io.InputException;
import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;

/** What became of a run whose worker is gone. */
public final class Verdict {
    private static final int KILLED_BY_SIGNAL = 128;

    private Verdict() {}

    /**
     * Reads the worker's own last word, and adds it where there is none.
     *
     * @param exitCode negative where nobody told
     */
    public static RunStatus of(RunFolder run, int exitCode) {
        return of(run, exitCode, "");
    }

    /**
     * The same, where somebody besides the worker knows how it ended.
     *
     * @param exitCode negative where nobody told
     * @param reason one clause; empty where there is none
     */
    public static RunStatus of(RunFolder run, int exitCode, String reason) {
        var last = lastWord(run);
        if (last.state().still()) {
            return last;
        }
        var verdict = run.requests().asked().map(asked -> asked(last, asked));
        var status = verdict.orElseGet(() -> silent(run, last, exitCode, reason));
        run.status(status);
        return status;
    }

    private static RunStatus lastWord(RunFolder run) {
        try {
            return run.status();
        } catch (InputException e) {
            return RunStatus.of(RunState.RUNNING, e.getMessage());
        }
    }

    /** It was killed before it could do as it was asked. */
    private static RunStatus asked(RunStatus last, Request request) {
        return switch (request) {
            case PAUSE -> last.ended(RunState.PAUSED, "stopped; goes on from its last checkpoint");
            case CANCEL -> last.ended(RunState.CANCELLED, "cancelled");
        };
    }

    private static RunStatus silent(RunFolder run, RunStatus last, int exitCode, String reason) {
        boolean killed = exitCode < 0 || exitCode >= KILLED_BY_SIGNAL;
        var guess =
                killed ? "its worker was killed" : "its worker ended with exit code " + exitCode;
        var what = reason.isEmpty() ? guess : reason;
        return last.ended(
                killed ? RunState.LOST : RunState.FAILED,
                "%s; %s tells more".formatted(what, run.workerLog()));
    }
}
