// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.runs.ownership.Claim;

import java.io.UncheckedIOException;

/**
 * Ends this process when the run is not its own any more. A machine that was suspended for long may
 * wake up after another one has taken the run over; from then on it must write nothing.
 */
final class Fence {
    private final Claim claim;
    private final AttemptLog log;

    Fence(Claim claim, AttemptLog log) {
        this.claim = claim;
        this.log = log;
    }

    /** A folder that cannot be listed right now is no proof of another owner. */
    private boolean held() {
        try {
            return claim.held();
        } catch (UncheckedIOException unreadable) {
            return true;
        }
    }

    /** Returns only while the run is this process's own. */
    void check() {
        if (!held()) {
            log.say("Another process has taken the run over; this one ends.");
            // A program that was started for the run must not go on with it either.
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            // No hooks: they would write a last word into a run that belongs to somebody else.
            Runtime.getRuntime().halt(Worker.OWNED_ELSEWHERE);
        }
    }
}
