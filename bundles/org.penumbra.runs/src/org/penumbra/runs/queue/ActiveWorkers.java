// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.launch.WorkerHandle;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The workers of one queue, and whether it may have more. */
final class ActiveWorkers {
    private final Set<WorkerHandle> workers = new LinkedHashSet<>();
    private boolean stopping;

    /** Starts a worker unless the queue is stopping: none slips in behind the stop. */
    synchronized Optional<WorkerHandle> start(Supplier<WorkerHandle> start) {
        if (stopping) {
            return Optional.empty();
        }
        var worker = start.get();
        workers.add(worker);
        return Optional.of(worker);
    }

    synchronized void ended(WorkerHandle worker) {
        workers.remove(worker);
        notifyAll();
    }

    synchronized boolean stopping() {
        return stopping;
    }

    synchronized void stop() {
        stopping = true;
        workers.forEach(WorkerHandle::stop);
    }

    /** Waits until all workers are gone, or the patience is over. */
    synchronized boolean gone(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!workers.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
