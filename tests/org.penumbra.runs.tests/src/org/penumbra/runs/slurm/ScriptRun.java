// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.launch.WorkerCommand;
import org.penumbra.runs.specimens.Specimens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * A batch script with one task, a worker that is a shell script too, and a {@code scontrol}.
 *
 * @param run the task's run
 * @param programs the Slurm that the script sees
 * @param script the batch script
 */
record ScriptRun(RunFolder run, FakePrograms programs, Path script) {

    /** Prints its threads and its arguments, and ends as the file {@code code} says. */
    static final String PRINTS =
            """
            #!/bin/sh
            printf '%s\\n' "$OMP_NUM_THREADS" "$MARK" "$@"
            exit "$(cat "$5/code")"
            """;

    /** Works until it is asked to end; then it adds a checkpoint where there is a folder for it. */
    static final String WORKS =
            """
            #!/bin/sh
            run=$5
            trap 'mkdir -p "$run/checkpoints/step-5"; exit 130' TERM
            [ ! -e "$run/barren" ] || trap 'exit 130' TERM
            : >"$run/ready"
            while :; do sleep 0.1; done
            """;

    static ScriptRun in(Path folder, String workerText) throws IOException {
        var run =
                RunFolder.create(
                        folder.resolve("runs").resolve("a run"), Specimens.description("A", 1));
        var worker = folder.resolve("the worker");
        Files.writeString(worker, workerText);
        Files.setPosixFilePermissions(worker, PosixFilePermissions.fromString("rwxr-xr-x"));
        var command =
                new WorkerCommand(
                        List.of(worker.toString()),
                        folder.resolve("worker.args"),
                        Map.of("MARK", "it's"));
        var task = new ArrayTask(run.path(), "cpu", 3);
        var submission = Submission.create(folder.resolve("runs"), command, List.of(task));
        return new ScriptRun(
                run, FakePrograms.in(folder), submission.folder().resolve(BatchScript.NAME));
    }

    /** A controller that says this of the job. */
    ScriptRun controller(String state, String preempted) throws IOException {
        programs.with(
                "scontrol",
                "[ \"$1\" = show ] || exit 0",
                "echo \"   JobState=%s Reason=None Dependency=(null)\"".formatted(state),
                "echo \"   PreemptEligibleTime=x PreemptTime=%s\"".formatted(preempted));
        return this;
    }

    Process start() throws IOException {
        var builder = new ProcessBuilder("sh", script.toString());
        builder.environment()
                .putAll(
                        Map.of(
                                "SLURM_ARRAY_TASK_ID", "0",
                                "SLURM_ARRAY_JOB_ID", "3",
                                "SLURM_JOB_ID", "4",
                                "PATH", programs.path()));
        return builder.start();
    }

    String workerLog() throws IOException {
        return Files.readString(run.workerLog());
    }

    boolean requeued() throws IOException {
        return programs.calls("scontrol").contains("requeue 3_0");
    }
}
