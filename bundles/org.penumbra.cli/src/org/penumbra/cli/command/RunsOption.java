// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.cli.Console;
import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunsFolder;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** The folder in which commands look for runs. */
final class RunsOption {
    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "The runs folder (default: ./${DEFAULT-VALUE}).")
    private Path folder;

    Path folder() {
        return folder;
    }

    /**
     * What is in it; warns about runs that cannot be read.
     *
     * @throws InputException when none can be read though there are some
     */
    RunsFolder read(Console console) {
        var runs = RunsFolder.read(folder);
        if (runs.runs().isEmpty() && !runs.problems().isEmpty()) {
            throw new InputException(runs.problems().getFirst());
        }
        runs.problems().forEach(console::warn);
        return runs;
    }

    /**
     * The run that a word means: a folder's path, else a name, a folder's name or part of an id.
     */
    RunFolder find(String word) {
        var path = Path.of(word);
        if (RunFolder.isRunFolder(path)) {
            return RunFolder.open(path);
        }
        var there = folder.resolve(word);
        return RunFolder.isRunFolder(there)
                ? RunFolder.open(there)
                : RunsFolder.read(folder).find(word);
    }
}
