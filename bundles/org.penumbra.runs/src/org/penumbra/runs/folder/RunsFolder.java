// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import org.penumbra.io.InputException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A folder of run folders.
 *
 * @param path where it is
 * @param runs the runs in it, by folder name
 * @param problems one sentence for every run folder that could not be read
 */
public record RunsFolder(Path path, List<RunFolder> runs, List<String> problems) {

    /**
     * Reads the descriptions of all runs. Foreign files and folders are passed over, and hidden
     * ones.
     *
     * @throws InputException when there is no such folder
     */
    public static RunsFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(
                    "There is no runs folder "
                            + folder
                            + ": name the one that `penumbra run` filled");
        }
        var runs = new ArrayList<RunFolder>();
        var problems = new ArrayList<String>();
        for (var candidate : candidates(folder)) {
            try {
                runs.add(RunFolder.open(candidate));
            } catch (InputException e) {
                problems.add(e.getMessage());
            }
        }
        return new RunsFolder(folder, List.copyOf(runs), List.copyOf(problems));
    }

    /** The trash and what a process left half made or half deleted have names with a dot. */
    private static boolean visible(Path folder) {
        return !folder.getFileName().toString().startsWith(".");
    }

    private static List<Path> candidates(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(RunsFolder::visible)
                    .filter(RunFolder::isRunFolder)
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All runs of one identity, by folder name. */
    public List<RunFolder> withId(String id) {
        return runs.stream().filter(run -> run.description().id().equals(id)).toList();
    }

    /**
     * The run that a user means by a run name, a folder name or the beginning of an id.
     *
     * @throws InputException when none or several fit
     */
    public RunFolder find(String word) {
        var found = runs.stream().filter(run -> means(run, word)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new InputException(
                "%s runs in %s are called '%s': `penumbra runs` lists what is there"
                        .formatted(found.isEmpty() ? "No" : found.size(), path, word));
    }

    /**
     * The runs that a user means by a word as in {@link #find}, or by a pattern over run names.
     *
     * @throws InputException when none fits, or a word without * and ? fits several
     */
    public List<RunFolder> match(String word) {
        if (!word.contains("*") && !word.contains("?")) {
            return List.of(find(word));
        }
        var pattern = Glob.pattern(word);
        var found =
                runs.stream()
                        .filter(run -> pattern.matcher(run.description().name()).matches())
                        .toList();
        if (found.isEmpty()) {
            throw new InputException(
                    "No run in %s fits '%s': `penumbra runs` lists what is there"
                            .formatted(path, word));
        }
        return found;
    }

    private static boolean means(RunFolder run, String word) {
        return run.description().name().equals(word)
                || run.path().getFileName().toString().equals(word)
                || (word.length() >= 4 && run.description().id().startsWith(word));
    }
}
