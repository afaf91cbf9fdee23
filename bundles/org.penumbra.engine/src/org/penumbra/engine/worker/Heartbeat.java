// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says from time to time that the process lives, from a thread that does not keep it alive. */
final class Heartbeat implements AutoCloseable {
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("heartbeat").unstarted(task));

    Heartbeat(Duration period, Runnable beat) {
        timer.scheduleAtFixedRate(beat, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops; a beat under way ends first, so that no later one overwrites the last word. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }
}
