// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import org.penumbra.io.files.AtomicFolder;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.JsonFile;
import org.penumbra.runs.launch.WorkerCommand;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One array job before it has a number.
 *
 * @param name its name in Slurm, unlike that of any other
 * @param folder where its script, its list of runs and what Slurm prints for it are
 */
record Submission(String name, Path folder) {
    private static final String PARENT = ".slurm";
    private static final String PREFIX = "penumbra-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /**
     * A new one in a runs folder.
     *
     * @throws org.penumbra.io.InputException when the folder cannot be written
     */
    static Submission create(Path runs, WorkerCommand worker, List<ArrayTask> tasks) {
        var now = LocalDateTime.now(ZoneOffset.UTC).format(TIME);
        var chance = ThreadLocalRandom.current().nextInt() & 0xffffffffL;
        var unique = "%s-%08x".formatted(now, chance);
        var folder = folder(runs, unique);
        var script = new BatchScript(folder, worker, tasks).text();
        var list = new StringBuilder();
        tasks.forEach(task -> list.append(task.line()));
        try {
            AtomicFolder.create(
                    folder,
                    inside -> {
                        Files.writeString(inside.resolve(BatchScript.TASKS), list);
                        Files.write(
                                inside.resolve(BatchScript.NAME),
                                script.getBytes(StandardCharsets.UTF_8));
                    });
        } catch (UncheckedIOException e) {
            throw JsonFile.unwritable(folder, e);
        }
        return new Submission(PREFIX + unique, folder);
    }

    static boolean isName(String name) {
        return name.matches(PREFIX + "\\d{8}-\\d{6}-[0-9a-f]{8}");
    }

    private static Path folder(Path runs, String unique) {
        return runs.toAbsolutePath().normalize().resolve(PARENT).resolve(unique);
    }

    /** What is printed for a task of the submission of that name. */
    static TaskOutput output(RunFolder run, String name, int task) {
        var runs = run.path().toAbsolutePath().getParent();
        var folder = folder(runs, name.substring(PREFIX.length()));
        return new TaskOutput(folder.resolve("task-%d.txt".formatted(task)));
    }

    /** As {@code sbatch} takes it. */
    List<String> arguments(SlurmOptions options, int tasks) {
        var all = new ArrayList<String>();
        all.add("--parsable");
        all.add("--job-name=" + name);
        all.add(options.array(tasks));
        all.add("--requeue");
        all.add("--open-mode=append");
        // Slurm reads % and \ in the name of the output in its own way, so the path is not in it.
        all.add("--chdir=" + folder);
        all.add("--output=task-%a.txt");
        all.addAll(options.arguments());
        all.add(folder.resolve(BatchScript.NAME).toString());
        return all;
    }
}
