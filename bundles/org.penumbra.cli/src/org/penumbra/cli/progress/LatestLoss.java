// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.progress;

import org.penumbra.io.InputException;
import org.penumbra.runs.events.Curves;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunStatus;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * The last loss of a run at work, from its event log. A long log takes a while to read, so it is
 * read the less often the longer that took.
 */
final class LatestLoss {
    private static final long SHORTEST_PAUSE = 1_000;
    private static final long SHARE = 20;

    private final RunFolder run;
    private final InstantSource clock;
    private double value = Double.NaN;
    private long next;

    LatestLoss(RunFolder run, InstantSource clock) {
        this.run = run;
        this.clock = clock;
    }

    /** The loss of the phase that the run is in; NaN before there is one. */
    double value(RunStatus status) {
        long now = clock.millis();
        if (now >= next) {
            value = read(tag(status));
            long took = clock.millis() - now;
            next = now + Math.max(SHORTEST_PAUSE, SHARE * took);
        }
        return value;
    }

    private static String tag(RunStatus status) {
        return status.phase().equals("adversarial") ? "loss/generator" : "loss/fine_tuning";
    }

    private double read(String tag) {
        try {
            var attempts = run.attempts();
            var files = attempts.isEmpty() ? List.<Path>of() : events(attempts);
            var points = Curves.of(files).byTag().getOrDefault(tag, List.of());
            return points.isEmpty() ? Double.NaN : points.getLast().value();
        } catch (InputException e) {
            // The worker may be about to replace what is read; the next look will show it.
            return Double.NaN;
        }
    }

    private static List<Path> events(List<Attempt> attempts) {
        return attempts.getLast().events();
    }
}
