// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import org.penumbra.runs.launch.JobState;

import java.util.OptionalInt;

/**
 * What Slurm says about a task.
 *
 * @param state where it stands
 * @param word Slurm's word for it, such as {@code RUNNING}
 * @param reason Slurm's reason, such as {@code Resources}; empty where it gives none
 * @param exitCode how it ended; 128 + N after signal N; empty where that is not known
 */
record TaskReport(JobState state, String word, String reason, OptionalInt exitCode) {

    /** A task that nobody knows any more. */
    static final TaskReport FORGOTTEN = new TaskReport(JobState.ENDED, "", "", OptionalInt.empty());

    static TaskReport of(String word, String reason, OptionalInt exitCode) {
        var state = StateWords.state(word);
        boolean known = state == JobState.ENDED;
        return new TaskReport(
                state,
                StateWords.bare(word),
                named(reason),
                known ? exitCode : OptionalInt.empty());
    }

    private static String named(String reason) {
        return reason.equals("None") || reason.equals("(null)") ? "" : reason;
    }
}
