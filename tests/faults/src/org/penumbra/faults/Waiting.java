// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for an instant in the life of a process, precisely enough to hit a checkpoint. */
final class Waiting {
    private static final long PAUSE_NANOS = 200_000;
    private static final int PATIENCE_MINUTES = 10;

    private Waiting() {}

    /**
     * Waits for an instant.
     *
     * @return whether it came while the process lived
     */
    static boolean until(BooleanSupplier instant, Process process) {
        while (!instant.getAsBoolean()) {
            if (!process.isAlive()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return process.isAlive();
    }

    /** Waits for the end of a process; returns its exit code. */
    static int end(Process process) throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "it never ends");
        return process.exitValue();
    }
}
