// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.testing.Conditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A worker in a process of its own, with a program that is stopped or outlives it. */
class StoppedProgramTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static final String SAVES =
            """
            trap 'echo saved > "$1/checkpoint"; exit 0' TERM
            if [ "$2" = again ]; then
                [ -e "$1/checkpoint" ] && echo '{"psnr": 7}' > "$1/results.json"
                exit 0
            fi
            echo $$ > "$1/pid"
            while :; do sleep 0.05; done
            """;

    @TempDir Path folder;

    private Process worker(RunFolder run) throws IOException {
        var arguments =
                Files.writeString(
                        folder.resolve("worker.args"),
                        "-Xmx64m -XX:TieredStopAtLevel=1 -Xlog:class+load:file=\"%s\" -cp \"%s\"\n"
                                .formatted(
                                        folder.resolve("classes.txt"),
                                        System.getProperty("java.class.path")
                                                .replace("\\", "\\\\")));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + arguments,
                        Worker.class.getName(),
                        "run",
                        run.path().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("worker.txt").toFile())
                .start();
    }

    private static Path started(RunFolder run) {
        var file = run.path().resolve("work/out/pid");
        Conditions.await("the program", LONG, () -> holdsNumber(file));
        return file;
    }

    private static boolean holdsNumber(Path file) {
        try {
            return Files.exists(file) && Files.readString(file).endsWith("\n");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isAlive(Path file) throws IOException {
        var pid = Long.parseLong(Files.readString(file).strip());
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Test
    void aRequestToStopIsPassedOnAndTheNextAttemptGoesOn() throws Exception {
        var script = new ScriptRun(folder, SAVES);
        var run = script.folder();
        var worker = worker(run);
        var pid = started(run);
        worker.destroy();
        assertEquals(Worker.STOPPED, worker.waitFor());
        assertEquals(RunState.PAUSED, run.status().state(), run.status()::message);
        assertFalse(run.status().message().contains("killed"), run.status()::message);
        assertFalse(isAlive(pid));
        assertTrue(Files.exists(run.path().resolve("work/out/checkpoint")));
        assertEquals(0, script.execute());
        assertEquals(RunState.FINISHED, run.status().state());
        assertEquals(7, run.results().orElseThrow().metrics().get("psnr"));
        assertEquals(2, run.attempts().size());
        assertTrue(script.log().contains("out again"), script.log());
        assertNoLibrary();
    }

    private void assertNoLibrary() throws IOException {
        try (var classes = Files.lines(folder.resolve("classes.txt"))) {
            var loaded = classes.filter(line -> line.contains("ai.djl")).toList();
            assertTrue(loaded.isEmpty(), loaded::toString);
        }
    }

    @Test
    void aProgramThatIgnoresTheSignalIsKilledWithAllThatItStarted() throws Exception {
        var run =
                new ScriptRun(
                                folder,
                                """
                                trap '' TERM
                                sh -c 'trap "" TERM; echo $$ > "$0/child"; while :; do sleep 0.05; done' "$1" &
                                while [ ! -s "$1/child" ]; do sleep 0.05; done
                                echo $$ > "$1/pid"
                                while :; do sleep 0.05; done
                                """)
                        .patience(1)
                        .folder();
        var worker = worker(run);
        var pid = started(run);
        worker.destroy();
        assertEquals(Worker.STOPPED, worker.waitFor());
        assertEquals(RunState.PAUSED, run.status().state());
        assertTrue(run.status().message().contains("killed"), run.status()::message);
        assertFalse(isAlive(pid));
        var child = run.path().resolve("work/out/child");
        Conditions.await("the end of what it started", LONG, () -> !alive(child));
    }

    private static boolean alive(Path file) {
        try {
            return isAlive(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aProgramThatOutlivesItsWorkerIsEndedByTheNext() throws Exception {
        var script = new ScriptRun(folder, SAVES);
        var run = script.folder();
        var worker = worker(run);
        var pid = started(run);
        Conditions.await(
                "its record", LONG, () -> Files.exists(run.path().resolve("program.json")));
        worker.destroyForcibly().waitFor();
        assertTrue(isAlive(pid), "it is in a group of its own");
        assertEquals(0, script.execute());
        assertFalse(isAlive(pid));
        assertTrue(script.log().contains("outlived"), script.log());
        assertEquals(RunState.FINISHED, run.status().state());
    }
}
