// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.logs;

import java.util.List;

/**
 * Which points count, walking through a run's logs in their order: those with a step below that of
 * every later session. Not for several threads at once.
 */
public final class Cutoffs {
    private final List<Session> sessions;

    /** The least step of the session with an index and of all later ones. */
    private final long[] least;

    private int next;

    /** At the beginning of logs with these sessions, in their order. */
    public Cutoffs(List<Session> sessions) {
        this.sessions = sessions;
        least = new long[sessions.size()];
        for (int i = least.length - 1; i >= 0; i--) {
            long step = sessions.get(i).step();
            least[i] = i == least.length - 1 ? step : Math.min(step, least[i + 1]);
        }
    }

    /** Goes to a place where an event begins. */
    public void seek(int file, long offset) {
        next = 0;
        while (next < least.length && sessions.get(next).before(file, offset)) {
            next++;
        }
    }

    /** Passes a session's start. */
    public void pass() {
        next++;
    }

    /** Whether the next session's start is expected to be this one. */
    public boolean expects(Session session) {
        return next < least.length && sessions.get(next).equals(session);
    }

    /** Whether no session's start is expected any more. */
    public boolean exhausted() {
        return next >= least.length;
    }

    /** Whether a point at the present place counts. */
    public boolean keeps(long step) {
        return next >= least.length || step < least[next];
    }
}
