// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.ownership.Owner;
import org.penumbra.runs.plan.PlannedRun;

import java.util.Optional;

/** A run that is watched until it has ended. */
final class Followed {
    private final PlannedRun plan;
    private final RunFolder folder;
    private final QueueFolder queue;
    private final Tally tally;
    private final boolean resumed;
    private boolean started;
    private boolean ended;
    private int orphaned;
    private Optional<RunStatus> shown = Optional.empty();

    Followed(PlannedRun plan, RunFolder folder, QueueFolder queue, Tally tally) {
        this.plan = plan;
        this.folder = folder;
        this.queue = queue;
        this.tally = tally;
        resumed = !folder.attempts().isEmpty();
    }

    RunFolder folder() {
        return folder;
    }

    boolean ended() {
        return ended;
    }

    /** The last status that could be read. */
    Optional<RunStatus> status() {
        return shown;
    }

    /** Looks once; damage is for the worker to mend at its next heartbeat. */
    void look() {
        // First the ticket: where it is gone the status that is read next is the last word.
        boolean held = queue.holds(folder);
        readable().ifPresent(status -> look(held, status));
    }

    private void look(boolean held, RunStatus status) {
        if (!held && status.state().still()) {
            end(status);
        } else {
            show(status);
            orphan(held, status);
        }
    }

    private Optional<RunStatus> readable() {
        try {
            return Optional.of(folder.status());
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private void show(RunStatus status) {
        if (!started && status.state().active()) {
            started = true;
            tally.started(plan, folder, resumed);
        }
        boolean news = shown.filter(status::equals).isEmpty();
        shown = Optional.of(status);
        if (news && started) {
            tally.progress(plan, folder, status);
        }
    }

    private void end(RunStatus status) {
        ended = true;
        shown = Optional.of(status);
        boolean neverBegan = !started && !status.state().ended();
        if (neverBegan) {
            tally.withdrawn(plan, status);
        } else {
            told(status);
        }
    }

    /** A short run may have ended between two looks. */
    private void told(RunStatus status) {
        if (!started) {
            tally.started(plan, folder, resumed);
        }
        tally.ended(plan, folder, status);
    }

    /** Neither in the queue nor at work, and no last word: its worker was not the queue's. */
    private void orphan(boolean held, RunStatus status) {
        boolean nobody = !held && !new Owner(folder).maybeAlive();
        orphaned = nobody ? orphaned + 1 : 0;
        // Twice, as a worker writes its last word and then lets the run go.
        if (orphaned >= 2) {
            end(status.state() == RunState.QUEUED ? unqueued(status) : Verdict.of(folder, -1));
        }
    }

    private RunStatus unqueued(RunStatus status) {
        var word = status.ended(RunState.PAUSED, "it was in the queue no more");
        folder.status(word);
        return word;
    }
}
