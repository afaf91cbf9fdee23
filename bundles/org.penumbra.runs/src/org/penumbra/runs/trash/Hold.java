// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.trash;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.ownership.LockFile;
import org.penumbra.runs.ownership.Owner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps workers from a run while it is moved. */
final class Hold {
    /** An owner on another machine that has not written for so long is gone. */
    private static final Duration SILENCE = Duration.ofHours(1);

    private Hold() {}

    /**
     * Takes the place of a run's worker.
     *
     * @throws InputException when the run waits in a queue or a worker has it
     */
    static LockFile on(Path run) {
        var lock = run.resolve("worker.lock");
        if (Files.isSymbolicLink(lock)) {
            throw new InputException(lock + " is a link, which no release makes: remove it first");
        }
        refuseBusy(run);
        return LockFile.take(lock).orElseThrow(() -> busy(run, "is at work in another process"));
    }

    private static void refuseBusy(Path path) {
        readable(path)
                .flatMap(Hold::business)
                .ifPresent(
                        how -> {
                            throw busy(path, how);
                        });
    }

    /** A damaged run can be removed too: its lock alone tells whether somebody has it. */
    private static Optional<Known> readable(Path path) {
        try {
            var run = RunFolder.open(path);
            return Optional.of(new Known(new Owner(run), run.status()));
        } catch (InputException damaged) {
            return Optional.empty();
        }
    }

    private record Known(Owner owner, RunStatus status) {
        boolean isOwned() {
            boolean silent = status.heartbeat().isBefore(Instant.now().minus(SILENCE));
            return owner.aliveHere() || (owner.maybeAlive() && !silent);
        }
    }

    /** What the run is doing, when it does something. */
    private static Optional<String> business(Known run) {
        var state = run.status.state();
        if (state == RunState.QUEUED || state == RunState.STARTING) {
            return Optional.of("is " + state.word());
        }
        return run.isOwned()
                ? run.owner.mark().map(mark -> "is at work on " + mark.host())
                : Optional.empty();
    }

    private static InputException busy(Path run, String how) {
        return new InputException(
                "%s %s: stop it by `penumbra cancel` first, then remove it".formatted(run, how));
    }
}
