// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.runs.control.Request;
import org.penumbra.runs.control.Requests;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Turns a request in the run folder, or the signal that ends a process (SIGTERM, SIGINT), into a
 * question that the training asks after each step; and holds a process that got a signal until the
 * training has put its state away.
 */
final class StopRequest implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final Requests requests;
    private final Heartbeat glance;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::signalled, "stop-request");
    private volatile boolean signalled;
    private volatile Optional<Request> requested = Optional.empty();

    StopRequest(Requests requests) {
        this.requests = requests;
        Runtime.getRuntime().addShutdownHook(hook);
        glance = new Heartbeat(GLANCE, this::look);
    }

    /** What somebody asks of the run. */
    Optional<Request> asked() {
        return signalled && requested.isEmpty() ? Optional.of(Request.PAUSE) : requested;
    }

    private void look() {
        requested = requests.asked();
    }

    private void signalled() {
        signalled = true;
        try {
            done.await();
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(Worker.STOPPED);
    }

    /** Says that all is put away. */
    @Override
    public void close() {
        glance.close();
        done.countDown();
        if (!signalled) {
            forget();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The signal came at this very moment: the hook ends by itself now.
            signalled = true;
        }
    }
}
