// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.io.InputException;
import org.penumbra.runs.launch.WorkerCommand;
import org.penumbra.runs.slurm.Slurm;
import org.penumbra.runs.slurm.SlurmLauncher;
import org.penumbra.runs.slurm.SlurmOptions;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs ask of a Slurm cluster. */
final class SlurmOptionsMixin {
    @Option(
            names = "--slurm",
            description =
                    "Hand the runs to Slurm as one array job, --jobs of them at a time. The runs"
                            + " folder and Penumbra must be where the nodes see them.")
    private boolean slurm;

    @Option(names = "--partition", paramLabel = "NAME", description = "Slurm: the partition.")
    private String partition;

    @Option(
            names = "--gres",
            paramLabel = "GRES",
            description = "Slurm: generic resources of a run, such as gpu:1.")
    private String gres;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description =
                    "Slurm: the time limit of a run, such as 8:00:00. A run that reaches it saves a"
                            + " checkpoint, is requeued and goes on.")
    private String time;

    @Option(
            names = "--save-before",
            paramLabel = "SECONDS",
            description =
                    "Slurm: how long before the time limit a run saves (default: 120; Slurm may"
                            + " begin a minute earlier).")
    private Integer saveBefore;

    @Option(
            names = "--mem",
            paramLabel = "SIZE",
            description = "Slurm: memory of a run, such as 16G.")
    private String memory;

    @Option(
            names = "--cpus-per-task",
            paramLabel = "N",
            description = "Slurm: cores of a run, and its threads where the experiment names none.")
    private Integer cpusPerTask;

    @Option(names = "--account", paramLabel = "NAME", description = "Slurm: the account.")
    private String account;

    @Option(names = "--qos", paramLabel = "NAME", description = "Slurm: the quality of service.")
    private String qos;

    @Option(
            names = "--constraint",
            paramLabel = "FEATURES",
            description = "Slurm: features of the node, such as a100.")
    private String constraint;

    @Option(
            names = "--sbatch",
            paramLabel = "ARG",
            description = "Slurm: an argument for sbatch as it is, such as --sbatch=--exclude=n3.")
    private List<String> extra = List.of();

    /** Whether the runs go to Slurm. */
    boolean wanted() {
        return slurm;
    }

    /**
     * Checks what needs no cluster to be wrong.
     *
     * @throws InputException when something was asked of Slurm without it, or what no Slurm takes
     */
    void check() {
        if (!slurm && somethingAsked()) {
            throw new InputException(
                    "Time limit, partition and the like are for Slurm: add --slurm, or leave them"
                            + " out");
        }
        options(0);
    }

    private boolean somethingAsked() {
        return !extra.isEmpty()
                || Stream.of(
                                partition,
                                gres,
                                time,
                                saveBefore,
                                memory,
                                cpusPerTask,
                                account,
                                qos,
                                constraint)
                        .anyMatch(value -> value != null);
    }

    /**
     * The launcher.
     *
     * @param jobs how many runs at a time; nothing leaves it to the cluster
     */
    SlurmLauncher launcher(Optional<Integer> jobs) {
        return new SlurmLauncher(Slurm.onPath(), options(jobs.orElse(0)), WorkerCommand::installed);
    }

    private SlurmOptions options(int atOnce) {
        return new SlurmOptions(
                text(partition),
                text(gres),
                text(time),
                text(memory),
                number("--cpus-per-task", cpusPerTask, 0),
                text(account),
                text(qos),
                text(constraint),
                atOnce,
                number("--save-before", saveBefore, SlurmOptions.SECONDS_TO_SAVE),
                extra);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static int number(String name, Integer value, int fallback) {
        if (value != null && value < 1) {
            throw new InputException("%s is %d: give 1 or more".formatted(name, value));
        }
        return value == null ? fallback : value;
    }
}
