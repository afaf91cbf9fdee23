// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.Host;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;

import java.io.UncheckedIOException;
import java.time.Instant;

/** Where the run stands now, written to its folder by the heartbeat and at each change of state. */
final class StatusBoard {
    private final RunFolder folder;
    private RunState state = RunState.STARTING;
    private String phase = "";
    private long step;
    private long steps;
    private double secondsLeft = Double.NaN;
    private String message = "";

    StatusBoard(RunFolder folder) {
        this.folder = folder;
    }

    /** Notes progress; the next heartbeat tells it. */
    synchronized void progress(String phase, long step, long steps, double secondsLeft) {
        this.state = RunState.RUNNING;
        this.phase = phase;
        this.step = step;
        this.steps = steps;
        this.secondsLeft = secondsLeft;
    }

    /** Says at once that the run is about to stop. */
    synchronized void pausing() {
        state = RunState.PAUSING;
        beat();
    }

    /** Notes something that the status says from now on, unless the end says something else. */
    synchronized void note(String sentence) {
        message = sentence;
    }

    /** Writes the last word of this process; without one the last note stays. */
    synchronized void end(RunState state, String message) {
        this.state = state;
        this.message = message.isEmpty() ? this.message : message;
        secondsLeft = state == RunState.FINISHED ? 0 : Double.NaN;
        folder.status(status(0));
    }

    /** Writes where the run stands; a full disk must not end the run between two steps. */
    synchronized void beat() {
        try {
            folder.status(status(ProcessHandle.current().pid()));
        } catch (UncheckedIOException | InputException unwritable) {
            Output.error(Sentence.of(unwritable));
        }
    }

    private RunStatus status(long pid) {
        return new RunStatus(
                state, phase, step, steps, secondsLeft, message, pid, Host.name(), Instant.now());
    }
}
