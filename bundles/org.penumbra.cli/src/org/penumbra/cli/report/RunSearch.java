// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.report;

import org.penumbra.cli.Console;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.runs.index.RunsIndex;
import org.penumbra.runs.index.data.IndexedRun;
import org.penumbra.runs.index.data.RunQuery;

import java.util.stream.Collectors;

/** Finds runs by words in their names, notes, tags and parameters. */
public final class RunSearch {
    private RunSearch() {}

    /**
     * The runs of a folder in which words are found; the index is brought up to date first.
     *
     * @param text words, all of which must be found, each as the beginning of a word; {@code
     *     weight=0.2} finds a parameter
     */
    public static RunsFolder among(RunsFolder runs, String text, Console console) {
        try (var index = RunsIndex.open(runs.path())) {
            index.refresh();
            index.notice().ifPresent(console::note);
            var found =
                    index.runs(RunQuery.searching(text)).stream()
                            .map(IndexedRun::folder)
                            .collect(Collectors.toSet());
            var fitting =
                    runs.runs().stream()
                            .filter(run -> found.contains(run.path().getFileName().toString()))
                            .toList();
            return new RunsFolder(runs.path(), fitting, runs.problems());
        }
    }
}
