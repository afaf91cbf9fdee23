// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunsFolder;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Which runs of a runs folder are meant. */
final class TargetOptions {
    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description =
                    "Runs: a name, a pattern such as 'MedNeRF/*', a folder, or the beginning of an"
                            + " id.")
    private List<String> words = List.of();

    @Option(
            names = "--experiment",
            paramLabel = "NAME",
            description = "All runs of that experiment.")
    private String experiment;

    @Option(names = "--all", description = "All runs of the runs folder.")
    private boolean all;

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "The runs folder (default: ./${DEFAULT-VALUE}).")
    private Path folder;

    /**
     * The runs, each once.
     *
     * @throws InputException when nothing is named, or something that does not exist
     */
    List<RunFolder> find() {
        var found = new LinkedHashMap<Path, RunFolder>();
        words.forEach(word -> find(word).forEach(run -> found.put(run.path(), run)));
        if (all || experiment != null) {
            whole().forEach(run -> found.put(run.path(), run));
        }
        if (found.isEmpty()) {
            throw new InputException("Name a run, --experiment NAME or --all");
        }
        return List.copyOf(found.values());
    }

    /**
     * The folders of the runs, each once; a run that is named by its folder may be damaged.
     *
     * @throws InputException when nothing is named, or something that does not exist
     */
    List<Path> folders() {
        var found = new LinkedHashSet<Path>();
        words.forEach(word -> found.addAll(folders(word)));
        if (found.isEmpty() || all || experiment != null) {
            find().forEach(run -> found.add(run.path()));
        }
        return List.copyOf(found);
    }

    private List<Path> folders(String word) {
        return named(word)
                .map(List::of)
                .orElseGet(() -> runs().match(word).stream().map(RunFolder::path).toList());
    }

    /** The runs folder. */
    Path folder() {
        return folder;
    }

    /** Whether nothing was named at all. */
    boolean none() {
        return words.isEmpty() && experiment == null && !all;
    }

    private List<RunFolder> find(String word) {
        return named(word).map(RunFolder::open).map(List::of).orElseGet(() -> runs().match(word));
    }

    private Optional<Path> named(String word) {
        return List.of(Path.of(word), folder.resolve(word)).stream()
                .filter(RunFolder::isRunFolder)
                .findFirst();
    }

    private List<RunFolder> whole() {
        var runs =
                runs().runs().stream()
                        .filter(run -> all || run.description().experiment().equals(experiment))
                        .toList();
        if (runs.isEmpty()) {
            throw new InputException(
                    all
                            ? "There are no runs in " + folder
                            : "No run in %s belongs to an experiment '%s': `penumbra runs` lists them"
                                    .formatted(folder, experiment));
        }
        return runs;
    }

    private RunsFolder runs() {
        return RunsFolder.read(folder);
    }
}
