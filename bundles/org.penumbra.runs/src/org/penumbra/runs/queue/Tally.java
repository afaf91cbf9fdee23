// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.plan.PlannedRun;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keeps the books of a queue and tells its listener, one thread at a time. */
final class Tally {
    private final QueueListener listener;
    private final Map<PlannedRun, RunFolder> folders = new HashMap<>();
    private final Map<PlannedRun, RunState> states = new HashMap<>();
    private final Map<PlannedRun, Long> began = new HashMap<>();
    private final List<Double> seconds = new ArrayList<>();
    private int reused;
    private int refused;

    Tally(QueueListener listener) {
        this.listener = listener;
    }

    synchronized void reused(PlannedRun run, RunFolder folder) {
        folders.put(run, folder);
        states.put(run, RunState.FINISHED);
        reused++;
        listener.reused(run, folder);
    }

    synchronized void place(PlannedRun run, RunFolder folder) {
        folders.put(run, folder);
    }

    synchronized List<RunFolder> folders(List<PlannedRun> plan) {
        return plan.stream().map(folders::get).filter(Objects::nonNull).toList();
    }

    synchronized void started(PlannedRun run, RunFolder folder, boolean resumed) {
        began.put(run, System.nanoTime());
        listener.started(run, folder, resumed);
    }

    synchronized void progress(PlannedRun run, RunFolder folder, RunStatus status) {
        listener.progress(run, folder, status);
    }

    synchronized void ended(PlannedRun run, RunFolder folder, RunStatus status) {
        states.put(run, status.state());
        if (status.state() == RunState.FINISHED) {
            seconds.add((System.nanoTime() - began.get(run)) / 1e9);
        }
        listener.ended(run, folder, status);
    }

    /** It was taken out of the queue before it began. */
    synchronized void withdrawn(PlannedRun run, RunStatus status) {
        states.put(run, status.state());
    }

    /** How long a run takes, as far as any has finished; NaN before. */
    synchronized double meanSeconds() {
        return seconds.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    synchronized void waits(String why) {
        listener.waits(why);
    }

    synchronized void outlook(Outlook outlook) {
        listener.outlook(outlook);
    }

    synchronized void refused(PlannedRun run, String reason) {
        refused++;
        listener.refused(run, reason);
    }

    synchronized Outcome outcome(List<PlannedRun> plan, boolean interrupted) {
        var counts = new EnumMap<RunState, Long>(RunState.class);
        plan.stream()
                .filter(run -> states.containsKey(run) || folders.containsKey(run) || interrupted)
                .map(run -> states.getOrDefault(run, RunState.PLANNED))
                .forEach(state -> counts.merge(state, 1L, Long::sum));
        return new Outcome(folders(plan), counts, reused, refused, interrupted);
    }
}
