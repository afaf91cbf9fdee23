// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.launch.LocalLauncher;

import java.nio.file.Path;
import java.time.Duration;

/** A machine of a test's own, whose scheduler is a thread that can be killed. */
final class TestHost implements SchedulerStarter {
    private static final Duration PULSE = Duration.ofMillis(10);
    private static final Duration FOREVER = Duration.ofDays(1);

    private final HostFolder folder;
    private Thread scheduler;

    TestHost(Path folder) {
        this.folder = new HostFolder(folder);
    }

    QueueFolder queue() {
        return new QueueFolder(folder);
    }

    @Override
    public synchronized void ensure() {
        if (scheduler == null) {
            scheduler = Thread.ofPlatform().daemon().start(this::work);
        }
    }

    private void work() {
        try {
            new Scheduler(folder, ticket -> new LocalLauncher(ticket.wish().command()), line -> {})
                    .run(PULSE, FOREVER);
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it knew is gone; the next one that is wanted begins anew. */
    synchronized void kill() throws InterruptedException {
        scheduler.interrupt();
        scheduler.join();
        scheduler = null;
    }

    synchronized void close() throws InterruptedException {
        if (scheduler != null) {
            kill();
        }
    }
}
