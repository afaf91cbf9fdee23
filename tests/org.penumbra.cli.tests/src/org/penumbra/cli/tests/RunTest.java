// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.cli.Main;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.testing.Conditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command {@code run} over real processes that compute nothing. */
class RunTest {
    private static final String PROPERTY = "penumbra.worker";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private Path worker;

    @BeforeEach
    void install() throws IOException {
        worker = FakeWorker.install(folder);
        System.setProperty(PROPERTY, worker.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    /** On data that take no time to make. */
    private Object[] arguments(Object... more) {
        var images = Samples.images(folder.resolve("images"), "01", 9, Samples.SIZE);
        var all = new ArrayList<Object>(List.of("run", Samples.example(), "--runs", runs()));
        all.addAll(List.of("--data", images, "--jobs", 2));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private List<RunFolder> folders() {
        return RunsFolder.read(runs()).runs();
    }

    @Test
    void aRunEndsWithTheComparison() {
        var use = Use.of(arguments("--seeds", "1,5")).done();
        assertEquals(4, folders().size());
        // Seeds 1 and 5 have 21 and 25 dB: mean 23, sample variance 8.
        assertTrue(use.out().contains("23.00 ± 2.83"), use.out());
        assertTrue(use.out().contains("mean-image") && use.out().contains("12.50"), use.out());
        assertTrue(use.out().contains("0.0000 ± 0.0000"), use.out());
        assertFalse((use.out() + use.err()).contains("\033"), "colours in a pipe");
        for (var run : folders()) {
            var name = run.description().name();
            assertTrue(use.err().contains("starts: " + name), use.err());
            assertTrue(use.err().contains(name + ": finished after "), use.err());
        }
        assertTrue(use.err().contains("The runs are in " + runs()), use.err());
    }

    @Test
    void jsonIsTheComparison() {
        var json = Use.of(arguments("--seeds", "1", "--json")).done().json();
        assertEquals(2, json.getAsJsonArray("runs").size());
        assertEquals(4, json.getAsJsonArray("groups").size());
    }

    @Test
    void finishedRunsAreReusedUnlessAskedAgain() {
        Use.of(arguments("--seeds", "1")).done();
        var second = Use.of(arguments("--seeds", "1")).done();
        assertTrue(second.err().contains("MedNeRF/seed=1: finished before"), second.err());
        assertEquals(2, folders().size());
        Use.of(arguments("--seeds", "1", "--again")).done();
        assertEquals(4, folders().size());
    }

    @Test
    void aFinishedRunTellsThePlanItsTime() {
        Use.of(arguments("--seeds", "1", "--only", "MedNeRF*")).done();
        var images = folder.resolve("images");
        var text =
                Use.of(
                                "plan",
                                Samples.example(),
                                "--runs",
                                runs(),
                                "--data",
                                images,
                                "--seeds",
                                "1,5",
                                "--only",
                                "MedNeRF*")
                        .done()
                        .out();
        assertTrue(text.contains("2 runs, 1 finished"), text);
        assertTrue(text.contains("about 1 min 00 s"), text);
    }

    @Test
    void aFailingRunDoesNotStopTheOthersAndNamesItsLog() {
        var use = Use.of(arguments("--seeds", "2,1,3", "--only", "MedNeRF*"));
        assertEquals(1, use.code(), use.err());
        var errors =
                use.err().lines().filter(line -> line.startsWith("penumbra: MedNeRF")).toList();
        assertEquals(2, errors.size(), use.err());
        var failed =
                errors.stream().filter(line -> line.contains("seed=2")).findFirst().orElseThrow();
        assertTrue(failed.contains("loss is not a number at step 12"), failed);
        assertTrue(failed.contains("attempts/001/log.txt"), failed);
        assertTrue(use.out().contains("21.00"), use.out());
    }

    @Test
    void anInstallationWithoutEngineSaysSo() {
        System.clearProperty(PROPERTY);
        var use = Use.of(arguments("--seeds", "1"));
        assertEquals(2, use.code());
        assertTrue(use.err().contains("penumbra: This installation has no engine"), use.err());
    }

    @Test
    void aSignalLetsTheRunsSaveAndTheSameCommandGoOn() throws Exception {
        var arguments = arguments("--seeds", "4", "--only", "MedNeRF*");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-D" + PROPERTY + "=" + worker,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        var log = folder.resolve("log").toFile();
        var process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        try {
            Conditions.await("the run is at work", PATIENCE, this::oneIsRunning);
            process.destroy();
            assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            var text = Files.readString(log.toPath());
            assertEquals(130, process.exitValue(), text);
            assertTrue(text.contains("the same command goes on"), text);
            assertEquals(RunState.PAUSED, folders().getFirst().status().state());
        } finally {
            process.destroyForcibly();
        }
    }

    private boolean oneIsRunning() {
        return Files.isDirectory(runs())
                && folders().stream().anyMatch(run -> run.status().state() == RunState.RUNNING);
    }
}
