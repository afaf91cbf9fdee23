// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The Slurm that this machine's programs talk to. */
public final class Slurm {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String searchPath;
    private final Duration patience;

    private final Squeue squeue;
    private final Scontrol scontrol;
    private final Sacct sacct;

    Slurm(String searchPath, Duration patience) {
        this.searchPath = searchPath;
        this.patience = patience;
        squeue = new Squeue(program("squeue"));
        scontrol = new Scontrol(program("scontrol"));
        sacct = new Sacct(program("sacct"));
    }

    /** The programs on {@code PATH}; whether there are any is seen when they are used. */
    public static Slurm onPath() {
        return new Slurm(System.getenv().getOrDefault("PATH", ""), PATIENCE);
    }

    /** What it calls itself, such as {@code slurm-wlm 22.05.8}; empty where there is none. */
    public Optional<String> version() {
        var sbatch = program("sbatch");
        return sbatch.file().map(file -> sbatch.demand(List.of("--version")).strip());
    }

    /**
     * The cluster's name.
     *
     * @throws SlurmFailure when its controller does not answer
     */
    public String cluster() {
        return scontrol.cluster();
    }

    private Program program(String name) {
        return new Program(name, searchPath, patience);
    }

    /**
     * Submits a batch script.
     *
     * @return the job's number
     */
    long submit(List<String> arguments) {
        return SubmittedJob.parse(program("sbatch").demand(arguments));
    }

    Squeue squeue() {
        return squeue;
    }

    Scontrol scontrol() {
        return scontrol;
    }

    Sacct sacct() {
        return sacct;
    }

    /** Ends a task, whether it waits or works. */
    void cancel(TaskId task) {
        program("scancel").demand(List.of(task.toString()));
    }

    /** Ends a task if it waits still; one that works goes on. */
    void cancelWaiting(TaskId task) {
        program("scancel").demand(List.of("--state=PENDING", task.toString()));
    }
}
