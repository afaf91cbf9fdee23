// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.engine.bench.ResidentGrowth;
import org.penumbra.runs.events.EventLog;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a step's figures to the attempt's event log. */
final class Recorder {
    private final EventLog events;

    Recorder(EventLog events) {
        this.events = events;
    }

    /**
     * Records the scalars of a step.
     *
     * @throws IllegalStateException where a loss is no number any more
     */
    void scalars(long step, Map<String, Double> scalars) {
        events.scalars(step, scalars);
        scalars.forEach((tag, value) -> check(tag, step, value));
    }

    private static void check(String tag, long step, double value) {
        if (tag.startsWith("loss/") && !Double.isFinite(value)) {
            throw new IllegalStateException(
                    "%s is %s at step %d: the training has diverged; a lower learning rate helps."
                            .formatted(tag, value, step));
        }
    }

    /** Records how fast it goes and how much memory it takes. */
    void figures(long step, Pace pace) {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("speed/steps_per_second", pace.stepsPerSecond());
        figures.put("memory/rss_mib", ResidentGrowth.residentKib() / 1024.0);
        events.scalars(step, figures);
    }

    /** Makes sure that all is on disk, also after a power cut. */
    void sync() {
        events.sync();
    }
}
