// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import org.penumbra.io.InputException;
import org.penumbra.runs.events.Curves;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.foreign.FiguresFile;
import org.penumbra.runs.foreign.ForeignRun;
import org.penumbra.runs.results.Results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The final figures of a program's run: from its results file and from the ends of its curves. */
final class FinalFigures {
    private final RunFolder folder;
    private final ExternalSettings settings;
    private final List<String> missing = new ArrayList<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();

    FinalFigures(RunFolder folder, ExternalSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * Writes the run's results.
     *
     * @param seconds how long the program was at work
     * @return one sentence about what is missing, or nothing
     */
    String write(RunValues values, WorkFolder work, long steps, double seconds) {
        file(values, work);
        curves();
        figures.putIfAbsent("seconds", seconds);
        folder.results(
                new Results(ForeignRun.PROFILE, Math.max(0, steps), figures, List.of(), Map.of()));
        return String.join(" ", missing);
    }

    private void file(RunValues values, WorkFolder work) {
        try {
            if (!settings.resultsFile().isEmpty()) {
                var file = work.place(values.inner(settings.resultsFile()));
                figures.putAll(FiguresFile.read(file));
            }
        } catch (InputException e) {
            missing.add(e.getMessage());
        }
    }

    private void curves() {
        if (settings.metrics().isEmpty()) {
            return;
        }
        var curves = Curves.read(folder);
        settings.metrics()
                .forEach(
                        (metric, tag) -> {
                            if (curves.containsKey(tag)) {
                                figures.put(metric, curves.get(tag).getLast().value());
                            } else {
                                missing.add(
                                        "The program left no curve %s for the metric %s."
                                                .formatted(tag, metric));
                            }
                        });
    }
}
