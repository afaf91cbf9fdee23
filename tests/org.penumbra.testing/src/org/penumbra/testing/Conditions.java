// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what other threads or processes do, without guessing how long it takes. */
public final class Conditions {
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private Conditions() {}

    /**
     * Waits until a condition holds.
     *
     * <p>What the condition throws is thrown on at once: a broken condition is a failure, not
     * something to try again.
     *
     * @param description what is waited for, for the message
     * @param timeout how long at most
     * @param condition asked again and again, at least once
     * @throws AssertionError if it does not hold in time
     */
    public static void await(String description, Duration timeout, BooleanSupplier condition) {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                throw new AssertionError("not within " + timeout + ": " + description);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted while waiting for: " + description);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
