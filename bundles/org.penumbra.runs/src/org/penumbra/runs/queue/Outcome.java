// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a plan ended.
 *
 * @param folders the run folders in the plan's order, of every run that has one
 * @param states how many runs are in which state
 * @param reused how many finished runs were there before
 * @param refused how many runs could not be started
 * @param interrupted whether the queue was stopped
 */
public record Outcome(
        List<RunFolder> folders,
        Map<RunState, Long> states,
        int reused,
        int refused,
        boolean interrupted) {

    /** Whether every run of the plan has finished. */
    public boolean complete() {
        return refused == 0 && states.keySet().equals(Set.of(RunState.FINISHED));
    }
}
