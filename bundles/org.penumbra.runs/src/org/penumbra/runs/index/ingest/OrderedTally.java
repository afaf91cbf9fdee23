// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.ingest;

import org.penumbra.runs.events.TagTable;
import org.penumbra.runs.index.data.Series;
import org.penumbra.runs.index.data.SeriesBuilder;
import org.penumbra.runs.index.logs.Logs;

import java.nio.file.Path;

/**
 * Tallies a curve whose steps do not rise in its logs, as foreign programs may write them: several
 * passes, each for the next million of steps, so that memory stays bounded.
 */
final class OrderedTally implements Logs.Taker {
    private static final int MOST = 1 << 20;

    private long from = Long.MIN_VALUE;
    private long to = Long.MAX_VALUE;
    private SeriesBuilder points = new SeriesBuilder();

    private final int most;

    private OrderedTally(int most) {
        this.most = most;
    }

    static CurveTally of(Path run, Logs logs, String tag) {
        return of(run, logs, tag, MOST);
    }

    /**
     * Tallies a curve.
     *
     * @param most how many points may be in memory at once
     */
    static CurveTally of(Path run, Logs logs, String tag, int most) {
        var tally = new CurveTally();
        var pass = new OrderedTally(most);
        while (pass.next(run, logs, tag, tally)) {
            pass.from = pass.to + 1;
            pass.to = Long.MAX_VALUE;
        }
        return tally;
    }

    /** Whether there may be later steps. */
    private boolean next(Path run, Logs logs, String tag, CurveTally tally) {
        var table = new TagTable();
        table.index(tag);
        points = new SeriesBuilder();
        logs.scan(run, from, to, table, this);
        var series = points.build();
        for (int i = 0; i < series.size() && series.step(i) <= to; i++) {
            tally.add(series.step(i), series.wallTime(i), series.value(i));
        }
        return to < Long.MAX_VALUE;
    }

    @Override
    public void take(int tag, long step, double wallTime, double value) {
        if (tag == 0 && step <= to) {
            points.add(step, wallTime, value);
            if (points.size() == most) {
                halve(points.build());
            }
        }
    }

    /** Keeps the lower half of the steps when there are too many; repeated steps go first. */
    private void halve(Series all) {
        int keep = Math.min(all.size(), most / 2);
        to = keep < all.size() ? all.step(keep - 1) : to;
        points = new SeriesBuilder();
        for (int i = 0; i < keep; i++) {
            points.add(all.step(i), all.wallTime(i), all.value(i));
        }
    }
}
