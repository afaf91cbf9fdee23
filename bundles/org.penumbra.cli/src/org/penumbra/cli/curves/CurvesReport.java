// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.curves;

import org.penumbra.cli.Console;
import org.penumbra.runs.index.RunsIndex;
import org.penumbra.runs.index.data.Curve;
import org.penumbra.runs.index.data.CurveQuery;
import org.penumbra.runs.index.data.CurveSummary;
import org.penumbra.runs.index.ingest.CurveTally;

import java.util.List;

/**
 * Curves of runs, every step once.
 *
 * @param runs whose curves
 * @param tags patterns of tags; none for all
 * @param span which steps
 */
public record CurvesReport(List<ChosenRuns> runs, List<String> tags, Span span) {

    /** What is done with the curves of one query. */
    private interface Work {
        void on(ChosenRuns chosen, RunsIndex index, CurveQuery query);
    }

    private void each(Console console, Work work) {
        for (var chosen : runs) {
            try (var index = chosen.open(console)) {
                chosen.queries(tags).forEach(query -> work.on(chosen, index, query));
            }
        }
    }

    /**
     * Prints every point.
     *
     * @return how many curves there were
     */
    public int full(Console console, CurvePrinter printer) {
        var counted = new Counted(printer);
        printer.begin();
        each(
                console,
                (chosen, index, query) ->
                        index.exact(
                                query,
                                span.from(),
                                span.to(),
                                curve -> counted.print(chosen, curve)));
        printer.end();
        return counted.curves;
    }

    /**
     * Prints the extremes of ranges of steps.
     *
     * @param points how many points per curve at most
     * @return how many curves there were
     */
    public int decimated(Console console, CurvePrinter printer, int points) {
        var counted = new Counted(printer);
        printer.begin();
        each(
                console,
                (chosen, index, query) ->
                        decimated(index, query, points)
                                .forEach(curve -> counted.print(chosen, curve)));
        printer.end();
        return counted.curves;
    }

    private List<Curve> decimated(RunsIndex index, CurveQuery query, int points) {
        return span.whole()
                ? index.decimated(query, points)
                : index.decimated(query, span.from(), span.to(), points);
    }

    /**
     * Prints a line per curve.
     *
     * @return how many curves there were
     */
    public int summaries(Console console) {
        var table = new SummaryTable();
        var counted = new Counted(null);
        each(console, (chosen, index, query) -> summaries(chosen, index, query, table, counted));
        console.text(table.text());
        return counted.curves;
    }

    private void summaries(
            ChosenRuns chosen,
            RunsIndex index,
            CurveQuery query,
            SummaryTable table,
            Counted counted) {
        if (span.whole()) {
            index.summaries(query)
                    .forEach(curve -> counted.add(chosen.name(curve.run()), curve, table));
        } else {
            index.exact(
                    query,
                    span.from(),
                    span.to(),
                    curve -> tallied(curve, chosen.name(curve.run()), table, counted));
        }
    }

    private static void tallied(Curve curve, String name, SummaryTable table, Counted counted) {
        var tally = new CurveTally();
        var points = curve.points();
        for (int i = 0; i < points.size(); i++) {
            tally.add(points.step(i), points.wallTime(i), points.value(i));
        }
        if (points.size() > 0) {
            counted.add(name, tally.summary(curve.run(), curve.tag()), table);
        }
    }

    private static final class Counted {
        private final CurvePrinter printer;
        private int curves;

        Counted(CurvePrinter printer) {
            this.printer = printer;
        }

        void print(ChosenRuns chosen, Curve curve) {
            printer.print(chosen.name(curve.run()), curve);
            curves++;
        }

        void add(String name, CurveSummary curve, SummaryTable table) {
            table.add(name, curve);
            curves++;
        }
    }
}
