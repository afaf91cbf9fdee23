// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

/**
 * One task of an array job.
 *
 * @param job the array job's number
 * @param task the task's number
 */
record TaskId(long job, int task) {

    /** As Slurm's programs take it: {@code 17_3}. */
    @Override
    public String toString() {
        return job + "_" + task;
    }
}
