// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.RunState;

/** How a process's work at a run ends when it ends well. */
enum Ending {
    /** All steps are done, and the results are there. */
    FINISHED(RunState.FINISHED, 0),
    /** Stopped on request; the state is in a checkpoint. */
    PAUSED(RunState.PAUSED, Worker.STOPPED),
    /** Ended on request, at once. */
    CANCELLED(RunState.CANCELLED, Worker.STOPPED);

    private final RunState state;
    private final int exitCode;

    Ending(RunState state, int exitCode) {
        this.state = state;
        this.exitCode = exitCode;
    }

    RunState state() {
        return state;
    }

    int exitCode() {
        return exitCode;
    }

    static Ending of(Request request) {
        return switch (request) {
            case PAUSE -> PAUSED;
            case CANCEL -> CANCELLED;
        };
    }
}
