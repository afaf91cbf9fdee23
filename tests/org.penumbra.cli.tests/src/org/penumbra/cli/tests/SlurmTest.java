// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.cli.Main;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.testing.Conditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code run --slurm} before programs that answer as Slurm's do; a real Slurm has its own tests.
 */
class SlurmTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    private Object[] arguments(Object... more) {
        var images = Samples.images(folder.resolve("images"), "01", 9, Samples.SIZE);
        var all = new ArrayList<Object>(List.of("run", Samples.example(), "--runs", runs()));
        all.addAll(List.of("--data", images, "--seeds", "1"));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private void program(String name, String... lines) throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        var text = "#!/bin/sh\nhere=${0%/*}\n" + String.join("\n", lines) + "\n";
        var file = Files.writeString(bin.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A cluster on which everything works for ever. */
    private void cluster() throws IOException {
        program(
                "sbatch",
                "for word; do",
                "case $word in --job-name=*) echo \"${word#--job-name=}\" >\"$here/name\" ;; esac",
                "done",
                "echo 17");
        program(
                "squeue",
                "read -r name <\"$here/name\"",
                "for task in 0 1; do echo \"17|$task|RUNNING|$name|None\"; done");
        program("scontrol", "echo 'ClusterName             = here'");
    }

    /** A process with no other programs on its path. */
    private Process start(Object... more) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dpenumbra.worker=" + FakeWorker.install(folder));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        List.of(arguments(more)).forEach(argument -> command.add(argument.toString()));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("PATH", folder.resolve("bin").toString());
        return builder.start();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void detachedRunsAreHandedOverAndLeft() throws Exception {
        cluster();
        assertEquals(0, start("--slurm", "--detach").waitFor(), log());
        assertTrue(log().contains("On the cluster: Slurm job 17_0, Slurm job 17_1"), log());
        assertTrue(log().contains("`penumbra cancel RUN"), log());
        for (var run : RunsFolder.read(runs()).runs()) {
            assertEquals(RunState.QUEUED, run.status().state());
        }
    }

    @Test
    void aSignalLetsGoOfTheRunsAndSaysHowToGoOn() throws Exception {
        cluster();
        var process = start("--slurm");
        try {
            Conditions.await("handed over", PATIENCE, () -> log().contains("Slurm job 17_0"));
            process.destroy();
            assertEquals(130, process.waitFor(), log());
            assertTrue(log().contains("the same command follows them again"), log());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aMachineWithoutSlurmSaysSo() throws Exception {
        assertEquals(2, start("--slurm").waitFor(), log());
        assertTrue(log().contains("penumbra: There is no Slurm here"), log());
    }

    @Test
    void whatSbatchRefusesIsTheUsersToMend() throws Exception {
        cluster();
        program("sbatch", "echo 'sbatch: error: invalid partition specified: x' >&2", "exit 1");
        assertEquals(2, start("--slurm", "--partition", "x").waitFor(), log());
        assertTrue(log().contains("invalid partition specified: x"), log());
    }

    @Test
    void optionsOfSlurmNeedSlurm() {
        Use.of(arguments("--partition", "gpu")).refused("add --slurm");
        Use.of(arguments("--slurm", "--save-before", "0")).refused("--save-before is 0");
        Use.of(arguments("--slurm", "--sbatch=--array=0-9")).refused("--array=0-9");
    }
}
