// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import org.penumbra.runs.index.data.Curve;
import org.penumbra.runs.index.data.CurveQuery;
import org.penumbra.runs.index.data.CurveSummary;
import org.penumbra.runs.index.decimate.Buckets;
import org.penumbra.runs.index.logs.Logs;
import org.penumbra.runs.index.store.Store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/** Curves from the index and, where they must be exact, from the event files. */
final class CurveReading {
    private static final long MOST_POINTS = 2_000_000;

    private final Path folder;
    private final Store store;

    CurveReading(Path folder, Store store) {
        this.folder = folder;
        this.store = store;
    }

    List<Curve> decimated(CurveQuery query, int points) {
        return store.shapes(query).stream()
                .map(
                        curve ->
                                new Curve(
                                        curve.run(),
                                        curve.tag(),
                                        curve.tally().buckets().series(points)))
                .toList();
    }

    List<Curve> decimated(CurveQuery query, long from, long to, int points) {
        var curves = new ArrayList<Curve>();
        for (var part : plan(query, from, to)) {
            part.read(curve -> curves.add(decimated(curve, points)));
        }
        return curves;
    }

    private static Curve decimated(Curve exact, int points) {
        var buckets = new Buckets();
        var series = exact.points();
        for (int i = 0; i < series.size(); i++) {
            buckets.add(series.step(i), series.wallTime(i), series.value(i));
        }
        return new Curve(exact.run(), exact.tag(), buckets.series(points));
    }

    /** The curves that are read in one go through a run's files. */
    record Part(Path run, Logs logs, List<String> tags, long from, long to) {
        void read(Consumer<Curve> consumer) {
            logs.read(run, tags, from, to).forEach(consumer);
        }
    }

    /** As many curves of a run at once as fit into some memory. */
    List<Part> plan(CurveQuery query, long from, long to) {
        var byRun = new LinkedHashMap<String, List<CurveSummary>>();
        for (var curve : store.summaries(query)) {
            byRun.computeIfAbsent(curve.run(), run -> new ArrayList<>()).add(curve);
        }
        var parts = new ArrayList<Part>();
        byRun.forEach(
                (run, curves) -> {
                    var logs = store.logs(run).orElseThrow();
                    for (var tags : groups(curves)) {
                        parts.add(new Part(folder.resolve(run), logs, tags, from, to));
                    }
                });
        return parts;
    }

    private static List<List<String>> groups(List<CurveSummary> curves) {
        var groups = new ArrayList<List<String>>();
        long points = MOST_POINTS;
        for (var curve : curves) {
            if (points + curve.count() > MOST_POINTS) {
                groups.add(new ArrayList<>());
                points = 0;
            }
            groups.getLast().add(curve.tag());
            points += curve.count();
        }
        return groups;
    }
}
