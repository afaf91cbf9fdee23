// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.report;

import org.penumbra.io.InputException;
import org.penumbra.runs.compare.Comparison;
import org.penumbra.runs.compare.Table;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.Fields;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Comparisons as text. */
public final class ComparisonReport {
    private static final String CSV = "csv";

    private ComparisonReport() {}

    /** A form that tables come in: {@code text}, {@code csv}, {@code markdown}, {@code latex}. */
    private static Function<Table, String> writer(String format) {
        return switch (format) {
            case "text" -> Table::text;
            case CSV -> Table::csv;
            case "markdown" -> Table::markdown;
            case "latex" -> Table::latex;
            default ->
                    throw new InputException(
                            "There is no format '%s': choose text, csv, markdown or latex"
                                    .formatted(format));
        };
    }

    /**
     * Compares runs with the variant that is named, else with the one that their experiment names.
     *
     * @param asked the variant's name; empty when the user named none
     * @throws InputException when no run is of that variant
     */
    public static Comparison compare(List<RunFolder> runs, String asked) {
        var names = runs.stream().map(run -> run.description().variant()).distinct().toList();
        if (!asked.isEmpty() && !names.contains(asked)) {
            throw new InputException(
                    "No run is of the variant '%s' that the others are to be held against: choose one of %s"
                            .formatted(asked, String.join(", ", names)));
        }
        var written = runs.isEmpty() || !asked.isEmpty() ? asked : written(runs.getFirst());
        return Comparison.of(runs, names.contains(written) ? written : "");
    }

    private static String written(RunFolder run) {
        return new Fields(run.description().evaluation(), run.path() + "/run.json, evaluation")
                .optionalText("baseline")
                .orElse("");
    }

    /**
     * The tables: for CSV one, in full precision; else the summary and the differences.
     *
     * @param format {@code text}, {@code csv}, {@code markdown} or {@code latex}
     * @throws InputException for another format
     */
    public static String text(Comparison comparison, String format) {
        var writer = writer(format);
        if (format.equals(CSV)) {
            return writer.apply(comparison.groupTable());
        }
        var summary = writer.apply(comparison.summary()) + notes(comparison, format);
        return comparison.differences().isEmpty()
                ? summary
                : summary + "\n" + writer.apply(comparison.differenceTable());
    }

    private static String notes(Comparison comparison, String format) {
        var sign = format.equals("latex") ? "% " : "";
        return comparison.notes().stream()
                .map(note -> "\n" + sign + note + "\n")
                .collect(Collectors.joining());
    }
}
