// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table, to be shown as plain text, CSV, Markdown or LaTeX.
 *
 * @param header the columns' names
 * @param rows cells, as many per row as there are columns
 * @param texts how many columns on the left hold text; the others hold numbers, which stand right
 */
public record Table(List<String> header, List<List<String>> rows, int texts) {

    /** Refuses ragged rows. */
    public Table {
        for (var row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(row + " does not fit " + header);
            }
        }
    }

    /** Aligned columns with a line under the header. */
    public String text() {
        var widths = IntStream.range(0, header.size()).map(this::width).toArray();
        var lines = new ArrayList<String>();
        lines.add(padded(header, widths));
        lines.add(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
        rows.forEach(row -> lines.add(padded(row, widths)));
        return joined(lines);
    }

    private int width(int column) {
        return lines().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private Stream<List<String>> lines() {
        return Stream.concat(Stream.of(header), rows.stream());
    }

    private String padded(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> padded(row.get(column), widths[column], column < texts))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean left) {
        var blank = " ".repeat(width - cell.length());
        return left ? cell + blank : blank + cell;
    }

    /** RFC 4180, with line feeds. */
    public String csv() {
        return joined(
                lines().map(row -> row.stream().map(Table::quoted).collect(Collectors.joining(",")))
                        .toList());
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** A table of GitHub's Markdown. */
    public String markdown() {
        var lines = new ArrayList<String>();
        lines.add(piped(header));
        lines.add(
                IntStream.range(0, header.size())
                        .mapToObj(column -> column < texts ? "---" : "---:")
                        .collect(Collectors.joining("|", "|", "|")));
        rows.forEach(row -> lines.add(piped(row)));
        return joined(lines);
    }

    private static String piped(List<String> row) {
        return row.stream()
                .map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|").replace('\n', ' '))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A {@code tabular} with the rules of the booktabs package. */
    public String latex() {
        var columns = "l".repeat(texts) + "r".repeat(header.size() - texts);
        var lines = new ArrayList<String>();
        lines.add("\\begin{tabular}{" + columns + "}");
        lines.add("\\toprule");
        lines.add(Latex.row(header));
        lines.add("\\midrule");
        rows.forEach(row -> lines.add(Latex.row(row)));
        lines.add("\\bottomrule");
        lines.add("\\end{tabular}");
        return joined(lines);
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
