// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import org.penumbra.runs.folder.RunFolder;

import java.time.Duration;
import java.util.OptionalInt;

/** A run that was put to work: a process here, a job of a cluster. */
public interface Job {

    /** The run. */
    RunFolder run();

    /** What people call it where it works, such as {@code process 4711}. */
    String name();

    /** Where it stands, as far as its machine or cluster tells. */
    JobState state();

    /**
     * Waits for its end.
     *
     * @return whether it has ended
     */
    boolean ended(Duration patience) throws InterruptedException;

    /** How it ended; empty while it works, or where nobody told. */
    OptionalInt exitCode();

    /** Why it waits, or how it ended, as one clause; empty where there is nothing to say. */
    default String reason() {
        return "";
    }

    /** Asks it to save a checkpoint and to end. */
    void stop();

    /** Ends it at once; what is not in a checkpoint is lost. */
    void kill();
}
