// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;

/** Does what is asked of a run that has no worker. */
final class Idle {
    private Idle() {}

    /**
     * Takes the run out of the queue.
     *
     * @return whether it waited; where it was started meanwhile, its worker hears the request
     */
    static boolean answer(QueueFolder queue, RunFolder run, Request request) {
        if (!queue.withdraw(run)) {
            return false;
        }
        settle(run, request);
        return true;
    }

    static void settle(RunFolder run, Request request) {
        var state = request == Request.PAUSE ? RunState.PAUSED : RunState.CANCELLED;
        var word = request == Request.PAUSE ? "taken out of the queue" : "cancelled";
        run.status(run.status().ended(state, word));
        run.requests().clear();
    }
}
