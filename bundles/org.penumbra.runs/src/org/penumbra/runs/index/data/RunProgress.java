// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.data;

import org.penumbra.runs.folder.RunState;

import java.time.Instant;

/**
 * Where a run stands, as its status file said it; whether its worker is still there, only the run
 * folder can tell.
 *
 * @param state its state; FAILED when the file is damaged
 * @param phase what the worker does, or empty
 * @param step the last step done
 * @param steps the steps of the whole run
 * @param secondsLeft the expected time to the end in seconds; NaN when unknown
 * @param message one sentence for people, or empty
 * @param pid the worker's process id, 0 when there is none
 * @param host the machine of that process
 * @param heartbeat when this was written
 */
public record RunProgress(
        RunState state,
        String phase,
        long step,
        long steps,
        double secondsLeft,
        String message,
        long pid,
        String host,
        Instant heartbeat) {

    /** Stands for a status that cannot be read. */
    public static final RunProgress UNKNOWN =
            new RunProgress(RunState.FAILED, "", 0, 0, Double.NaN, "", 0, "", Instant.EPOCH);
}
