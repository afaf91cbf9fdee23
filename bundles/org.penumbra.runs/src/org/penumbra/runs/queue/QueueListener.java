// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.plan.PlannedRun;

/** Hears what a queue does; never from two threads at a time. */
public interface QueueListener {
    /** Hears nothing. */
    QueueListener SILENT = new QueueListener() {};

    /** An equal finished run is there and is not run again. */
    default void reused(PlannedRun run, RunFolder folder) {}

    /**
     * A worker was started, or one is at work already.
     *
     * @param resumed whether the run goes on from where it was
     */
    default void started(PlannedRun run, RunFolder folder, boolean resumed) {}

    /** The run's status has changed. */
    default void progress(PlannedRun run, RunFolder folder, RunStatus status) {}

    /** The worker is gone; the status says how. */
    default void ended(PlannedRun run, RunFolder folder, RunStatus status) {}

    /** Why runs wait, in one sentence, whenever that has changed. */
    default void waits(String why) {}

    /** What is left of all runs; told again and again. */
    default void outlook(Outlook outlook) {}

    /** The run could not even be started; one sentence says why. */
    default void refused(PlannedRun run, String reason) {}
}
