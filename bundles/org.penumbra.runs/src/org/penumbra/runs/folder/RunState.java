// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
    /** The folder exists, nothing else. */
    PLANNED,
    /** Waits for a slot. */
    QUEUED,
    /** The process is starting. */
    STARTING,
    /** A worker computes. */
    RUNNING,
    /** A worker saves a checkpoint, to stop then. */
    PAUSING,
    /** Stopped on request after a checkpoint; goes on when started again. */
    PAUSED,
    /** Done, with results. */
    FINISHED,
    /** Ended with an error. */
    FAILED,
    /** Ended by the user. */
    CANCELLED,
    /** Its worker is gone without a word. */
    LOST;

    /** Whether a worker is expected to be at work. */
    public boolean active() {
        return this == STARTING || this == RUNNING || this == PAUSING;
    }

    /** Whether no worker will go on without being asked. */
    public boolean ended() {
        return this == FINISHED || this == FAILED || this == CANCELLED || this == LOST;
    }

    /** Whether nothing happens to the run until somebody asks. */
    public boolean still() {
        return ended() || this == PAUSED || this == PLANNED;
    }

    /** The word for people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
