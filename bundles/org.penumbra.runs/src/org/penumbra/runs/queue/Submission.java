// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.ownership.Owner;

/**
 * Puts runs into the queue.
 *
 * @param queue the queue
 * @param wish what the runs need
 * @param priority the larger, the earlier
 */
public record Submission(QueueFolder queue, Wish wish, int priority) {
    private static final long PER_MILLISECOND = 1_000_000;

    /**
     * Lets a run wait for its slot. One that waits or works already is left as it is.
     *
     * @param index the run's place among those that are submitted together
     * @return whether it was put into the queue
     */
    public boolean submit(RunFolder run, int index) {
        if (!possible(run)) {
            return false;
        }
        run.requests().clear();
        // First the ticket: a crash behind it leaves a run that is started, not one that waits
        // for nobody.
        queue.add(Ticket.of(run, priority, order(index), wish));
        run.status(run.status().ended(RunState.QUEUED, ""));
        return true;
    }

    /** Whether the run neither waits nor works here. */
    boolean possible(RunFolder run) {
        return !queue.holds(run) && !new Owner(run).aliveHere();
    }

    private static long order(int index) {
        return System.currentTimeMillis() * PER_MILLISECOND + index;
    }
}
