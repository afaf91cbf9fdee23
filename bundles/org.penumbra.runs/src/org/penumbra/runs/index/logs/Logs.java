// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.logs;

import org.penumbra.io.InputException;
import org.penumbra.runs.events.EventScan;
import org.penumbra.runs.events.ScalarSink;
import org.penumbra.runs.events.TagTable;
import org.penumbra.runs.index.data.Curve;
import org.penumbra.runs.index.data.SeriesBuilder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found in a run's event files.
 *
 * @param files in the order of the attempts
 * @param sessions in their order
 */
public record Logs(List<LogState> files, List<Session> sessions) {

    /**
     * Reads points exactly, and only those parts of the files where they can be.
     *
     * @param run the run folder
     * @param tags the tags to read
     * @param from the first step
     * @param to the last step
     * @return a curve per tag, in the same order, every step once
     * @throws InputException when a file cannot be read or has changed meanwhile
     */
    public List<Curve> read(Path run, List<String> tags, long from, long to) {
        var table = new TagTable();
        tags.forEach(table::index);
        var builders = tags.stream().map(tag -> new SeriesBuilder()).toList();
        scan(run, from, to, table, into(builders));
        var name = run.getFileName().toString();
        var curves = new ArrayList<Curve>();
        for (int i = 0; i < tags.size(); i++) {
            curves.add(new Curve(name, tags.get(i), builders.get(i).build()));
        }
        return curves;
    }

    /** The tags that were numbered first are the wanted ones. */
    private static Taker into(List<SeriesBuilder> builders) {
        return (tag, step, wallTime, value) -> {
            if (tag < builders.size()) {
                builders.get(tag).add(step, wallTime, value);
            }
        };
    }

    /** Takes points. */
    @FunctionalInterface
    public interface Taker {
        /** A point that counts. */
        void take(int tag, long step, double wallTime, double value);
    }

    /** Hands over all points of a range that count, in the files' order. */
    public void scan(Path run, long from, long to, TagTable table, Taker taker) {
        var filter = new Filter(from, to, new Cutoffs(sessions), taker);
        for (int i = 0; i < files.size(); i++) {
            var log = files.get(i);
            for (var part : log.places().parts(from, to, log.good())) {
                filter.cutoffs.seek(i, part.from());
                scan(run.resolve(log.name()), part, table, filter);
            }
        }
    }

    private static void scan(Path file, Places.Part part, TagTable table, ScalarSink sink) {
        var scan = EventScan.of(file, part.from(), part.to(), table, sink);
        if (scan.good() != part.to()) {
            throw new InputException(
                    file + " was changed while it was read: give the command again");
        }
    }

    private record Filter(long from, long to, Cutoffs cutoffs, Taker taker) implements ScalarSink {
        @Override
        public void scalar(int tag, long step, double wallTime, double value) {
            if (step >= from && step <= to && cutoffs.keeps(step)) {
                taker.take(tag, step, wallTime, value);
            }
        }

        @Override
        public void sessionStart(long step) {
            cutoffs.pass();
        }
    }
}
