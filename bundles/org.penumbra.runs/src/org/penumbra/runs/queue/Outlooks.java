// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;

import java.util.List;

/** Estimates how long several runs will take. */
final class Outlooks {
    private Outlooks() {}

    /**
     * @param left where the runs stand that have not ended
     * @param meanSeconds how long those took that have; NaN when none has
     * @param wish how many go on at a time
     */
    static Outlook of(List<RunStatus> left, double meanSeconds, Wish wish) {
        var working = left.stream().filter(status -> status.state().active()).toList();
        int waiting = (int) left.stream().filter(s -> s.state() == RunState.QUEUED).count();
        double each = Double.isNaN(meanSeconds) ? mean(working) : meanSeconds;
        double rest = working.stream().mapToDouble(status -> rest(status, each)).sum();
        double longest = working.stream().mapToDouble(s -> rest(s, each)).max().orElse(0);
        int slots = wish.slots() * wish.devices().size();
        double all = (rest + (waiting == 0 ? 0 : waiting * each)) / slots;
        return new Outlook(waiting, working.size(), Math.max(longest, all));
    }

    /** A run that has not begun to count takes as long as the others. */
    private static double rest(RunStatus status, double each) {
        return Double.isNaN(status.secondsLeft()) ? each : status.secondsLeft();
    }

    /** The whole time of those at work, from what they did so far. */
    private static double mean(List<RunStatus> working) {
        return working.stream()
                .filter(status -> status.step() > 0 && status.step() < status.steps())
                .mapToDouble(s -> s.secondsLeft() * s.steps() / (s.steps() - s.step()))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }
}
