// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.slurm;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A Slurm of one node, until it is closed.
 *
 * @param folder its own
 * @param commands what runs in its environment
 */
record Cluster(Path folder, Commands commands) implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of("slurmctld", "slurmd", "sbatch", "munged");

    /**
     * Starts one. A machine without Slurm, where it cannot be installed, skips the test; where
     * {@code CI} is set that would hide a hole, so there the test fails.
     */
    static Cluster start(Path place) {
        boolean possible = PROGRAMS.stream().allMatch(Cluster::present) || installs();
        if (!possible && System.getenv("CI") != null) {
            throw new AssertionError(
                    "CI is set and there is no Slurm here: install slurm-wlm and munge, or run as"
                            + " root on Debian");
        }
        Assumptions.assumeTrue(
                possible, "no Slurm here, and no right to install it: packages slurm-wlm, munge");
        var folder = place.resolve("slurm");
        var plain = new Commands(place, Map.of());
        var conf = plain.run(script("start"), folder).expect(0).out().strip();
        var state = place.resolve("state").toString();
        var environment = Map.of("SLURM_CONF", conf, "PENUMBRA_STATE", state);
        return new Cluster(folder, new Commands(place, environment));
    }

    private static boolean installs() {
        return System.getProperty("user.name").equals("root") && present("apt-get");
    }

    private static boolean present(String program) {
        var path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
        return Arrays.stream(path.split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Path script(String name) {
        return Commands.root().resolve("tests/slurm").resolve(name);
    }

    /** Another time limit for one task, in minutes, as its user may set it at any time. */
    void timeLimit(String task, int minutes) {
        commands.run("scontrol", "update", "JobId=" + task, "TimeLimit=" + minutes).expect(0);
    }

    /** For how many whole minutes a task has worked. */
    int minutes(String task) {
        var used = commands.run("squeue", "-h", "-j", task, "-o", "%M").expect(0).out().strip();
        var parts = used.split("[:-]");
        int minutes = Integer.parseInt(parts[parts.length - 2]);
        return minutes + (parts.length > 2 ? 60 * Integer.parseInt(parts[parts.length - 3]) : 0);
    }

    /** Keeps a task that waits from starting. */
    void hold(String task) {
        commands.run("scontrol", "hold", task).expect(0);
    }

    /** Lets a task start that was held. */
    void release(String task) {
        commands.run("scontrol", "release", task).expect(0);
    }

    /** Slurm's word for a task; empty where it has forgotten it. */
    String word(String task) {
        return commands.run("squeue", "-h", "-a", "-t", "all", "-j", task, "-o", "%T")
                .out()
                .strip();
    }

    /** Whether its controller answers. */
    boolean answers() {
        return commands.run("scontrol", "ping").out().contains("UP");
    }

    @Override
    public void close() {
        commands.run(script("stop"), folder).expect(0);
    }
}
