// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import java.time.Duration;
import java.util.OptionalInt;

/** A worker at work. */
public interface WorkerHandle {

    /** Its process id, 0 where it has none here. */
    long pid();

    /**
     * Waits for its end.
     *
     * @return whether it has ended
     */
    boolean ended(Duration patience) throws InterruptedException;

    /** How it ended; empty while it works, or where nobody told. */
    OptionalInt exitCode();

    /** Asks it to save a checkpoint and to end. */
    void stop();
}
