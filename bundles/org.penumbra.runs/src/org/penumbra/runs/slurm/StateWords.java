// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import org.penumbra.runs.launch.JobState;

import java.util.Set;

/** Slurm's words for the states of a job. */
final class StateWords {
    private static final Set<String> WAITING =
            Set.of(
                    "PENDING",
                    "CONFIGURING",
                    "SUSPENDED",
                    "REQUEUED",
                    "REQUEUE_FED",
                    "REQUEUE_HOLD",
                    "RESV_DEL_HOLD",
                    "SPECIAL_EXIT");
    private static final Set<String> WORKING =
            Set.of("RUNNING", "COMPLETING", "STAGE_OUT", "SIGNALING", "STOPPED", "RESIZING");
    private static final Set<String> ENDED =
            Set.of(
                    "COMPLETED",
                    "CANCELLED",
                    "FAILED",
                    "TIMEOUT",
                    "NODE_FAIL",
                    "PREEMPTED",
                    "OUT_OF_MEMORY",
                    "BOOT_FAIL",
                    "LAUNCH_FAILED",
                    "RECONFIG_FAIL",
                    "DEADLINE",
                    "REVOKED");

    private StateWords() {}

    /**
     * What it means here.
     *
     * @throws SlurmFailure when no known Slurm says that
     */
    static JobState state(String word) {
        var bare = bare(word);
        if (WAITING.contains(bare)) {
            return JobState.WAITING;
        }
        if (WORKING.contains(bare)) {
            return JobState.WORKING;
        }
        if (ENDED.contains(bare)) {
            return JobState.ENDED;
        }
        throw new SlurmFailure(
                "Slurm says that a job is '%s', which Penumbra does not know".formatted(word));
    }

    /** Without what accounting adds: {@code CANCELLED by 1000}, {@code CANCELLED+}. */
    static String bare(String word) {
        return word.strip().split("[ +]", 2)[0];
    }
}
