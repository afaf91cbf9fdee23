// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import java.util.concurrent.CountDownLatch;

/**
 * Turns the signal that ends a process (SIGTERM, SIGINT) into a question that the training asks
 * after each step, and holds the process until the training has put its state away.
 */
final class StopRequest implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::signalled, "stop-request");
    private volatile boolean asked;

    StopRequest() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether somebody asked the process to end. */
    boolean asked() {
        return asked;
    }

    private void signalled() {
        asked = true;
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
        done.countDown();
        if (!asked) {
            forget();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The signal came at this very moment: the hook ends by itself now.
            asked = true;
        }
    }
}
