// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import org.penumbra.runs.launch.WorkerCommand;
import org.penumbra.runs.launch.WorkerEnvironment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The script of an array job: some lines of its own, and behind them {@code task.sh}, which is the
 * same for all.
 *
 * @param folder where its list of runs is
 * @param worker the worker as it is started here
 * @param tasks the runs
 */
record BatchScript(Path folder, WorkerCommand worker, List<ArrayTask> tasks) {
    static final String NAME = "job.sh";
    static final String TASKS = "tasks.txt";

    private static final String COMMON = "task.sh";

    String text() {
        return "#!/bin/sh\n"
                + "# Written by Penumbra. Every task of the array works on one run of tasks.txt.\n"
                + "tasks=%s\n".formatted(quote(folder.resolve(TASKS)))
                + place()
                + command()
                + environments()
                + common();
    }

    private String place() {
        var builder = worker.process("run", List.of());
        return "installation=%s\n".formatted(ShellWord.quote(builder.directory().getPath()));
    }

    /** The command but for what differs between the tasks. */
    private String command() {
        var words = worker.process("run", List.of()).command();
        return words.stream()
                .map(ShellWord::quote)
                .collect(Collectors.joining(" ", "set -- ", "\n"));
    }

    private String environments() {
        var numbers = new TreeSet<Integer>();
        tasks.forEach(task -> numbers.add(task.threads()));
        return numbers.stream()
                .map(this::environment)
                .collect(Collectors.joining("", "environment() {\ncase $1 in\n", "esac\n}\n"));
    }

    private String environment(int threads) {
        var all = worker.with(WorkerEnvironment.of(threads)).environment();
        return all.entrySet().stream()
                .map(
                        entry ->
                                "export %s=%s\n"
                                        .formatted(
                                                entry.getKey(), ShellWord.quote(entry.getValue())))
                .collect(Collectors.joining("", threads + ")\n", ";;\n"));
    }

    private static String quote(Path path) {
        return ShellWord.quote(path.toString());
    }

    private static String common() {
        try (InputStream in = BatchScript.class.getResourceAsStream(COMMON)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
