// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.curves;

import org.penumbra.cli.Console;
import org.penumbra.runs.branch.AncestralCurves;
import org.penumbra.runs.events.Point;
import org.penumbra.runs.folder.Glob;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.index.data.Curve;
import org.penumbra.runs.index.data.Series;
import org.penumbra.runs.index.data.SeriesBuilder;

import java.util.List;
import java.util.TreeMap;

/**
 * Curves of runs with those of the runs that they were branched from before their own, every point,
 * read from the logs.
 *
 * @param runs whose curves
 * @param tags patterns of tags; none for all
 * @param span which steps
 */
public record LineageCurves(List<RunFolder> runs, List<String> tags, Span span) {

    /**
     * Prints them.
     *
     * @return how many curves there were
     */
    public int print(Console console, CurvePrinter printer) {
        int count = 0;
        printer.begin();
        for (var run : runs) {
            var curves = AncestralCurves.of(run);
            curves.damage().forEach(console::warn);
            for (var curve : new TreeMap<>(curves.byTag()).entrySet()) {
                count += print(run, curve.getKey(), curve.getValue(), printer);
            }
        }
        printer.end();
        return count;
    }

    private int print(RunFolder run, String tag, List<Point> points, CurvePrinter printer) {
        var series = series(points);
        if (!isWanted(tag) || series.size() == 0) {
            return 0;
        }
        var folder = run.path().getFileName().toString();
        printer.print(run.description().name(), new Curve(folder, tag, series));
        return 1;
    }

    private boolean isWanted(String tag) {
        return tags.isEmpty()
                || tags.stream().anyMatch(glob -> Glob.pattern(glob).matcher(tag).matches());
    }

    private Series series(List<Point> points) {
        var series = new SeriesBuilder();
        points.stream()
                .filter(point -> point.step() >= span.from() && point.step() <= span.to())
                .forEach(point -> series.add(point.step(), point.wallTime(), point.value()));
        return series.build();
    }
}
