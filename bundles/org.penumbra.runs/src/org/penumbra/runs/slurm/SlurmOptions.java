// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import org.penumbra.io.InputException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a run asks of a cluster. Empty texts and zeros leave it to the cluster.
 *
 * @param partition the partition
 * @param gres generic resources, such as {@code gpu:1}
 * @param time the time limit, in Slurm's forms, such as {@code 8:00:00}
 * @param memory memory of a node, such as {@code 16G}
 * @param cpusPerTask cores, and threads of runs that name no number themselves
 * @param account whose time it is
 * @param qos quality of service
 * @param constraint features of the node
 * @param atOnce how many runs of the array may work at a time
 * @param secondsToSave how long before the time limit a run is told to save; Slurm may tell it up
 *     to a minute earlier
 * @param extra arguments for {@code sbatch}, as they are
 */
public record SlurmOptions(
        String partition,
        String gres,
        String time,
        String memory,
        int cpusPerTask,
        String account,
        String qos,
        String constraint,
        int atOnce,
        int secondsToSave,
        List<String> extra) {

    /** How long before the time limit a run is told to save, in seconds, where nobody says. */
    public static final int SECONDS_TO_SAVE = 120;

    /** What the launcher itself decides. */
    private static final Set<String> OURS =
            Set.of(
                    "--array",
                    "-a",
                    "--output",
                    "-o",
                    "--error",
                    "-e",
                    "--job-name",
                    "-J",
                    "--chdir",
                    "-D",
                    "--parsable",
                    "--signal",
                    "--requeue",
                    "--no-requeue",
                    "--open-mode",
                    "--wrap",
                    "--clusters",
                    "-M",
                    "--wait",
                    "-W",
                    "--test-only",
                    "--input",
                    "-i",
                    "--ntasks",
                    "-n");

    /** Nothing asked for. */
    public static final SlurmOptions DEFAULT =
            new SlurmOptions("", "", "", "", 0, "", "", "", 0, SECONDS_TO_SAVE, List.of());

    /**
     * Checks what no cluster would take.
     *
     * @throws InputException when a number is negative, or an extra argument is the launcher's own
     */
    public SlurmOptions {
        extra = List.copyOf(extra);
        if (cpusPerTask < 0 || atOnce < 0 || secondsToSave < 1) {
            throw new InputException(
                    "A number for Slurm is below its least value: give cores, runs at a time and"
                            + " seconds to save of 1 or more");
        }
        extra.forEach(SlurmOptions::refuseOurs);
    }

    private static void refuseOurs(String argument) {
        var name = argument.startsWith("--") ? argument.split("=", 2)[0] : shortName(argument);
        if (OURS.contains(name)) {
            throw new InputException(
                    "The argument %s of sbatch is set by Penumbra itself: leave it out"
                            .formatted(argument));
        }
    }

    /** Of {@code -a0-5}, which is {@code -a 0-5}. */
    private static String shortName(String argument) {
        return argument.startsWith("-") && argument.length() > 2
                ? argument.substring(0, 2)
                : argument;
    }

    /** As {@code sbatch} takes them. */
    List<String> arguments() {
        var all = new ArrayList<String>();
        add(all, "--partition", partition);
        add(all, "--gres", gres);
        add(all, "--time", time);
        add(all, "--mem", memory);
        add(all, "--cpus-per-task", cpusPerTask == 0 ? "" : Integer.toString(cpusPerTask));
        add(all, "--account", account);
        add(all, "--qos", qos);
        add(all, "--constraint", constraint);
        all.add("--signal=B:USR1@" + secondsToSave);
        all.addAll(extra);
        return all;
    }

    private static void add(List<String> all, String name, String value) {
        if (!value.isEmpty()) {
            all.add(name + "=" + value);
        }
    }

    /** As {@code sbatch} takes the numbers of an array. */
    String array(int tasks) {
        return "--array=0-%d%s".formatted(tasks - 1, atOnce == 0 ? "" : "%" + atOnce);
    }
}
