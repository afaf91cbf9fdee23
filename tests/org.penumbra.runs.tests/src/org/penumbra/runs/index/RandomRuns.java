// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.penumbra.runs.events.EventLog;
import org.penumbra.runs.folder.RunFolder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What attempts at a run write to their logs. */
final class RandomRuns {
    private static final List<String> TAGS = List.of("loss/generator", "loss/total", "psnr");

    private RandomRuns() {}

    /** The values of one step, or that another program began anew there. */
    record Line(long step, boolean restart, Map<String, Double> values) {
        void to(EventLog log) {
            if (restart) {
                log.restart(step);
            }
            log.scalars(step, values);
        }
    }

    /** What one attempt writes after its start. */
    record Attempt(long startStep, List<Line> lines) {
        void to(RunFolder run) {
            try (var log = run.newAttempt().openEvents(startStep)) {
                lines.forEach(line -> line.to(log));
            }
        }
    }

    /** Attempts as this program's workers write them: each goes on from some earlier step. */
    static Arbitrary<List<Attempt>> resumed() {
        return attempt().list().ofMaxSize(5);
    }

    /** Attempts in which steps go up and down, as other programs may write them. */
    static Arbitrary<List<Attempt>> wild() {
        var line = Combinators.combine(steps(), rarely(), values()).as(Line::new);
        return Combinators.combine(steps(), line.list().ofMaxSize(30))
                .as(Attempt::new)
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<Attempt> attempt() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 40), values().list().ofMaxSize(30))
                .as((start, values) -> new Attempt(start, lines(start, values)));
    }

    private static List<Line> lines(long start, List<Map<String, Double>> values) {
        return values.stream().map(new LineNumbers(start)::line).toList();
    }

    private static final class LineNumbers {
        private long next;

        LineNumbers(long start) {
            next = start;
        }

        Line line(Map<String, Double> values) {
            return new Line(next++, false, values);
        }
    }

    private static Arbitrary<Boolean> rarely() {
        return Arbitraries.of(true, false, false, false, false, false);
    }

    private static Arbitrary<Long> steps() {
        return Arbitraries.longs().between(-5, 25);
    }

    private static Arbitrary<Map<String, Double>> values() {
        var special = Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -1e30, 0.0);
        var numbers = Arbitraries.oneOf(Arbitraries.doubles().between(-5, 5), special);
        return Arbitraries.maps(Arbitraries.of(TAGS), numbers).ofMaxSize(3).map(LinkedHashMap::new);
    }
}
