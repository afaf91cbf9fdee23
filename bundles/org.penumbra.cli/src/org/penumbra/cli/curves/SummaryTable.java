// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.curves;

import org.penumbra.runs.compare.Table;
import org.penumbra.runs.index.data.CurveSummary;

import java.util.ArrayList;
import java.util.List;

/** Curves in a few numbers each, for people. */
public final class SummaryTable {
    private static final List<String> HEADER =
            List.of("run", "tag", "count", "last step", "last", "min", "at", "max", "at", "tail");
    private static final int TEXTS = 2;

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a line. */
    public void add(String run, CurveSummary curve) {
        rows.add(
                List.of(
                        run,
                        curve.tag(),
                        Long.toString(curve.count()),
                        Long.toString(curve.lastStep()),
                        Figures.rounded(curve.last()),
                        Figures.rounded(curve.min()),
                        Long.toString(curve.minStep()),
                        Figures.rounded(curve.max()),
                        Long.toString(curve.maxStep()),
                        Figures.rounded(curve.tailMean())));
    }

    /** Aligned columns. */
    public String text() {
        return new Table(HEADER, rows, TEXTS).text();
    }
}
