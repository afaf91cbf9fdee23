// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.engine.settings.ResourceSettings;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.ownership.Claim;

import java.time.Duration;
import java.util.Optional;

/**
 * What every attempt has, whatever trains in it.
 *
 * @param folder the run
 * @param claim this process's right to work on it
 * @param board where it stands
 * @param log what a person reads
 * @param device another device than the run's own
 */
record Duty(
        RunFolder folder, Claim claim, StatusBoard board, AttemptLog log, Optional<String> device) {
    private static final Duration BEAT = Duration.ofSeconds(2);

    Attempt attempt() {
        return claim.attempt();
    }

    /** What the run may use and keep, on the device that it was given. */
    ResourceSettings resources() {
        var own = ResourceSettings.read(folder.description().resources());
        return device.map(own::on).orElse(own);
    }

    StopRequest listen() {
        return new StopRequest(folder.requests());
    }

    Heartbeat heartbeat() {
        return new Heartbeat(BEAT, this::beat);
    }

    private void beat() {
        fence();
        board.beat();
    }

    /** Returns only while the run is this process's own. */
    void fence() {
        new Fence(claim, log).check();
    }

    /** Writes the last word. */
    void end(RunState state, String word) {
        board.end(state, word);
        // Before the process is let go: another machine need not watch its heartbeat then.
        attempt().end();
        folder.requests().clear();
        log.say(word.isEmpty() ? "Finished." : word);
    }
}
