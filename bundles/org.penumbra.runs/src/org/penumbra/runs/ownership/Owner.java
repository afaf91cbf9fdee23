// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.ownership;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.ownership.ProcessMark.Life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The process that made a run's newest attempt.
 *
 * @param run the run
 */
public record Owner(RunFolder run) {
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** The process that works on the run, or that worked on it and never said that it ended. */
    public Optional<ProcessMark> mark() {
        var attempts = run.attempts();
        return attempts.isEmpty() || attempts.getLast().ended()
                ? Optional.empty()
                : mark(attempts.getLast());
    }

    /** A damaged or missing file names nobody; attempts of the first releases have none. */
    private static Optional<ProcessMark> mark(Attempt attempt) {
        try {
            return Optional.of(ProcessMark.of(Fields.read(attempt.owner())));
        } catch (InputException nobody) {
            return Optional.empty();
        }
    }

    /** Whether the owner is known to be at work on this machine. */
    public boolean aliveHere() {
        return mark().filter(mark -> mark.life() == Life.ALIVE).isPresent();
    }

    /** Whether the owner may be at work: it is here, or on a machine that cannot be seen. */
    public boolean maybeAlive() {
        return mark().filter(mark -> mark.life() != Life.GONE).isPresent();
    }

    /**
     * Returns when the run is free.
     *
     * @param patience how long the heartbeat of an owner on another machine has to stand still
     * @throws OwnedElsewhere when somebody works on the run
     */
    void refuseLiving(Duration patience) throws InterruptedException {
        var mark = mark();
        if (mark.isEmpty() || mark.get().life() == Life.GONE) {
            return;
        }
        if (mark.get().life() == Life.ALIVE || beats(patience)) {
            throw new OwnedElsewhere(
                    run, "in process %d on %s".formatted(mark.get().pid(), mark.get().host()));
        }
    }

    private boolean beats(Duration patience) throws InterruptedException {
        var before = heartbeat();
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
            if (!heartbeat().equals(before)) {
                return true;
            }
        }
        return false;
    }

    private String heartbeat() {
        return read(run.statusFile()) + run.attempts().size();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException beingReplaced) {
            return "";
        }
    }
}
