// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.ownership;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;

import java.time.Duration;

/** This process's right to work on a run, as one attempt at it. */
public final class Claim implements AutoCloseable {
    /** How long the heartbeat of an owner on another machine has to stand still: ten beats. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String LOCK = "worker.lock";

    private final RunFolder run;
    private final Attempt attempt;
    private final LockFile lock;

    private Claim(RunFolder run, Attempt attempt, LockFile lock) {
        this.run = run;
        this.attempt = attempt;
        this.lock = lock;
    }

    /**
     * Takes a run, and begins an attempt at it.
     *
     * @param patience how long to watch the heartbeat of an owner on another machine
     * @throws OwnedElsewhere where another process has it
     * @throws org.penumbra.io.InputException where the folder cannot be written
     */
    public static Claim take(RunFolder run, Duration patience) throws InterruptedException {
        var lock =
                LockFile.take(run.path().resolve(LOCK))
                        .orElseThrow(() -> new OwnedElsewhere(run, "in another process"));
        try {
            return new Claim(run, begin(run, patience), lock);
        } catch (RuntimeException | InterruptedException e) {
            lock.close();
            throw e;
        }
    }

    private static Attempt begin(RunFolder run, Duration patience) throws InterruptedException {
        var last = newest(run);
        new Owner(run).refuseLiving(patience);
        return run.attempt(last + 1, ProcessMark.own().toJson())
                .orElseThrow(() -> new OwnedElsewhere(run, "in a process that was faster"));
    }

    /** 0 where there is none, or the whole run was removed. */
    private static int newest(RunFolder run) {
        return run.attempts().stream().mapToInt(Attempt::number).max().orElse(0);
    }

    /** The attempt that is this process's own. */
    public Attempt attempt() {
        return attempt;
    }

    /**
     * Whether the run is still this process's: one that was held up for long, and was taken for
     * dead, must not write any more.
     */
    public boolean held() {
        return newest(run) == attempt.number();
    }

    /** Lets the run go. */
    @Override
    public void close() {
        try (lock) {
            if (held() && !attempt.ended()) {
                attempt.end();
            }
        } catch (InputException full) {
            // Only a note to other machines, which otherwise watch the heartbeat for a while.
            return;
        }
    }
}
