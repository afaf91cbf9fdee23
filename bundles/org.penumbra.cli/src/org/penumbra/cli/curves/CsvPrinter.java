// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.curves;

import org.penumbra.cli.Console;
import org.penumbra.runs.index.data.Curve;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line per point, as RFC 4180 has it, with line feeds. */
public final class CsvPrinter implements CurvePrinter {
    private static final int TOGETHER = 1 << 16;

    private final Console console;

    /** A printer that prints there. */
    public CsvPrinter(Console console) {
        this.console = console;
    }

    @Override
    public void begin() {
        console.text("run,tag,step,wall_time,value\n");
    }

    @Override
    public void print(String run, Curve curve) {
        var label = Stream.of(run, curve.tag()).map(CsvPrinter::quoted);
        var beginning = label.collect(Collectors.joining(",", "", ","));
        var points = curve.points();
        var text = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            text.append(beginning).append(points.step(i)).append(',');
            text.append(Figures.time(points.wallTime(i))).append(',');
            text.append(Figures.exact(points.value(i))).append('\n');
            if (text.length() > TOGETHER) {
                console.text(text.toString());
                text.setLength(0);
            }
        }
        console.text(text.toString());
    }

    @Override
    public void end() {
        // A table has no end of its own.
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
