// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.launch.Job;
import org.penumbra.runs.launch.JobState;
import org.penumbra.runs.plan.PlannedRun;

import java.util.Optional;

/** A run in the hands of a launcher, watched until its job has ended. */
final class HandedOver {
    /** On a shared file system a last word may arrive some seconds after the job's end. */
    private static final int LOOKS_FOR_A_LAST_WORD = 5;

    private final PlannedRun plan;
    private final Job job;
    private final Tally tally;
    private final boolean resumed;
    private boolean started;
    private boolean ended;
    private int looksAfterTheEnd;
    private Optional<String> waits = Optional.empty();
    private Optional<RunStatus> shown = Optional.empty();

    HandedOver(PlannedRun plan, Job job, Tally tally) {
        this.plan = plan;
        this.job = job;
        this.tally = tally;
        resumed = !job.run().attempts().isEmpty();
    }

    boolean ended() {
        return ended;
    }

    /** Why it waits; empty while it does not. */
    Optional<String> waits() {
        return waits;
    }

    /** Looks once: first at the job, so that the status of one that ended is the last word. */
    void look() {
        var state = job.state();
        waits = state == JobState.WAITING ? Optional.of(job.reason()) : Optional.empty();
        var status = readable();
        status.ifPresent(this::show);
        if (state == JobState.ENDED) {
            boolean last = status.filter(word -> word.state().still()).isPresent();
            if (last || ++looksAfterTheEnd >= LOOKS_FOR_A_LAST_WORD) {
                end();
            }
        }
    }

    /** Damage is for the worker to mend at its next heartbeat. */
    private Optional<RunStatus> readable() {
        try {
            return Optional.of(job.run().status());
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private void show(RunStatus status) {
        if (!started && status.state().active()) {
            start();
        }
        boolean news = shown.filter(status::equals).isEmpty();
        shown = Optional.of(status);
        if (news && started && status.state() != RunState.QUEUED) {
            tally.progress(plan, job.run(), status);
        }
    }

    private void start() {
        started = true;
        tally.started(plan, job.run(), resumed);
    }

    private void end() {
        ended = true;
        var verdict = Verdict.of(job.run(), job.exitCode().orElse(-1), job.reason());
        if (!started && verdict.state() != RunState.CANCELLED) {
            start();
        }
        tally.ended(plan, job.run(), verdict);
    }
}
