// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.progress;

import org.penumbra.cli.Console;
import org.penumbra.cli.ExitCode;
import org.penumbra.runs.queue.RunQueue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into a request to the workers to save and end, and holds the process until that is
 * done and told.
 */
public final class StopOnSignal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(20);

    private final Console console;
    private final RunQueue queue;
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = new Thread(this::signalled, "stop-queue");

    /** Listens from now on. */
    public StopOnSignal(Console console, RunQueue queue) {
        this.console = console;
        this.queue = queue;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void signalled() {
        console.note("penumbra: stopping; the runs save where they are");
        try {
            if (queue.stop(PATIENCE)) {
                told.await(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
            } else {
                console.error("some workers still save where they are; they end by themselves");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    /** Says that everything has been told; listens no more. */
    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The signal has come, and the hook ends the process.
        }
    }
}
