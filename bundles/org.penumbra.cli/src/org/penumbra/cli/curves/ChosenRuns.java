// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.curves;

import org.penumbra.cli.Console;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.index.RunsIndex;
import org.penumbra.runs.index.data.CurveQuery;
import org.penumbra.runs.index.data.IndexedRun;
import org.penumbra.runs.index.data.RunQuery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some runs that lie in one folder, and their curves. */
public final class ChosenRuns {
    private final Path folder;
    private final Map<String, String> names = new LinkedHashMap<>();

    private ChosenRuns(Path folder) {
        this.folder = folder;
    }

    /** Runs by the folders in which they are, in their order. */
    public static List<ChosenRuns> of(List<RunFolder> runs) {
        var byFolder = new LinkedHashMap<Path, ChosenRuns>();
        for (var run : runs) {
            var path = run.path().toAbsolutePath().normalize();
            byFolder.computeIfAbsent(path.getParent(), ChosenRuns::new)
                    .names
                    .put(path.getFileName().toString(), run.description().name());
        }
        return List.copyOf(byFolder.values());
    }

    /** Opens their index, up to date for them; warns about damaged logs of runs not at work. */
    public RunsIndex open(Console console) {
        var index = RunsIndex.open(folder);
        index.refresh(List.copyOf(names.keySet()));
        index.notice().ifPresent(console::note);
        index.runs(RunQuery.ALL).stream()
                .filter(run -> names.containsKey(run.folder()))
                .filter(run -> !run.progress().state().active())
                .map(IndexedRun::folder)
                .forEach(run -> index.damage(run).forEach(console::warn));
        return index;
    }

    /** Curves of these runs. */
    public List<CurveQuery> queries(List<String> tags) {
        var queries = new ArrayList<CurveQuery>();
        names.keySet().forEach(name -> queries.add(new CurveQuery(List.of(name), tags)));
        return queries;
    }

    /** The name of the run in a folder. */
    public String name(String folderName) {
        return names.get(folderName);
    }
}
