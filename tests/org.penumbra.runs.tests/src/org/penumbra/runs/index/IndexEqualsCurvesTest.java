// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.penumbra.runs.events.Curves;
import org.penumbra.runs.events.Point;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.index.data.CurveQuery;
import org.penumbra.runs.index.data.CurveSummary;
import org.penumbra.runs.specimens.Specimens;
import org.penumbra.testing.TemporaryFolder;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whatever attempts wrote, the index says what {@link Curves} says. */
class IndexEqualsCurvesTest {
    @Property(tries = 25)
    void afterAllAttempts(@ForAll("resumed") List<RandomRuns.Attempt> attempts) {
        try (var temporary = TemporaryFolder.create()) {
            var run = run(temporary);
            attempts.forEach(attempt -> attempt.to(run));
            try (var index = index(temporary)) {
                index.refresh();
                agree(index, run);
            }
        }
    }

    @Property(tries = 25)
    void afterEveryAttempt(@ForAll("resumed") List<RandomRuns.Attempt> attempts) {
        inBetween(attempts);
    }

    @Property(tries = 25)
    void whereStepsGoUpAndDown(@ForAll("wild") List<RandomRuns.Attempt> attempts) {
        inBetween(attempts);
    }

    private static void inBetween(List<RandomRuns.Attempt> attempts) {
        try (var temporary = TemporaryFolder.create();
                var index = index(temporary)) {
            var run = run(temporary);
            for (var attempt : attempts) {
                attempt.to(run);
                index.refresh();
                agree(index, run);
            }
        }
    }

    @Property(tries = 15)
    void whileALogGrows(@ForAll("wild") List<RandomRuns.Attempt> attempts) {
        try (var temporary = TemporaryFolder.create();
                var index = index(temporary)) {
            var run = run(temporary);
            for (var attempt : attempts) {
                try (var log = run.newAttempt().openEvents(attempt.startStep())) {
                    for (var line : attempt.lines()) {
                        line.to(log);
                        log.flush();
                        index.refresh();
                    }
                }
                index.refresh();
                agree(index, run);
            }
        }
    }

    @Provide
    Arbitrary<List<RandomRuns.Attempt>> resumed() {
        return RandomRuns.resumed();
    }

    @Provide
    Arbitrary<List<RandomRuns.Attempt>> wild() {
        return RandomRuns.wild();
    }

    private static RunFolder run(TemporaryFolder temporary) {
        var path = temporary.file("runs").resolve("run");
        return RunFolder.create(path, Specimens.description("MedNeRF", 1));
    }

    private static RunsIndex index(TemporaryFolder temporary) {
        var runs = temporary.file("runs");
        runs.toFile().mkdirs();
        return RunsIndex.open(runs, temporary.file("cache"));
    }

    private static void agree(RunsIndex index, RunFolder run) {
        var curves = Curves.of(run);
        var exact = new TreeMap<String, List<Point>>();
        index.exact(
                CurveQuery.ALL,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                curve -> exact.put(curve.tag(), curve.points().points().toList()));
        assertEquals(new TreeMap<>(curves.byTag()), exact);
        assertEquals(curves.damage(), index.damage("run"));
        var summaries = index.summaries(CurveQuery.ALL);
        assertEquals(curves.byTag().size(), summaries.size());
        summaries.forEach(each -> assertEquals(expected(curves.byTag(), each), each));
        ranges(index, curves.byTag());
    }

    private static void ranges(RunsIndex index, Map<String, List<Point>> curves) {
        index.exact(
                CurveQuery.ofRun("run"),
                3,
                9,
                curve ->
                        assertEquals(
                                curves.get(curve.tag()).stream()
                                        .filter(point -> point.step() >= 3 && point.step() <= 9)
                                        .toList(),
                                curve.points().points().toList()));
    }

    /** By brute force. */
    private static CurveSummary expected(Map<String, List<Point>> curves, CurveSummary found) {
        var points = curves.get(found.tag());
        var finite = points.stream().filter(point -> Double.isFinite(point.value())).toList();
        var least = finite.stream().min(Comparator.comparing(point -> point.value() + 0.0));
        var greatest = finite.stream().min(Comparator.comparing(point -> -point.value() + 0.0));
        return new CurveSummary(
                "run",
                found.tag(),
                points.size(),
                points.getFirst().step(),
                points.getLast().step(),
                points.getLast().value(),
                finite.isEmpty() ? Double.NaN : finite.getLast().value(),
                least.map(Point::value).orElse(Double.NaN),
                least.map(Point::step).orElse(0L),
                greatest.map(Point::value).orElse(Double.NaN),
                greatest.map(Point::step).orElse(0L),
                found.tailMean(),
                points.stream().mapToDouble(Point::wallTime).min().orElseThrow(),
                points.stream().mapToDouble(Point::wallTime).max().orElseThrow());
    }
}
