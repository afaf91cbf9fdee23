// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.testing.Conditions;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The batch script, run by a real shell. */
class BatchScriptTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int STOPPED = 130;

    @TempDir Path folder;

    @Provide
    Arbitrary<String> names() {
        var piece = Arbitraries.of("'", "\"", " ", "$", "`", "\\", "%a", "\t", "*", "&", "x", "-");
        return piece.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(list -> "d" + String.join("", list) + "'");
    }

    @Property(tries = 15)
    void startsTheWorkerWhateverThePathsAreCalled(@ForAll("names") String name) throws Exception {
        try (var temporary = TemporaryFolder.create()) {
            var place = Files.createDirectory(temporary.path().resolve(name));
            var script = ScriptRun.in(place, ScriptRun.PRINTS);
            Files.writeString(script.run().path().resolve("code"), "0");
            assertEquals(0, script.start().waitFor());
            var lines = script.workerLog().lines().toList();
            assertEquals("3", lines.getFirst());
            assertEquals("it's", lines.get(1));
            assertEquals("@" + place.resolve("worker.args"), lines.get(3));
            assertEquals("run", lines.get(5));
            assertEquals(
                    script.run().path() + "\n--device\ncpu",
                    String.join("\n", lines.subList(6, lines.size())));
        }
    }

    @Test
    void theWorkersExitCodeIsTheTasks() throws Exception {
        for (var code : new int[] {0, 1, 2, 127}) {
            var script = ScriptRun.in(folder.resolve("c" + code), ScriptRun.PRINTS);
            Files.writeString(script.run().path().resolve("code"), Integer.toString(code));
            assertEquals(code, script.start().waitFor());
        }
    }

    @Test
    void aRunThatIsDoneIsNotRunAgain() throws Exception {
        var script = ScriptRun.in(folder, ScriptRun.PRINTS);
        script.run().status(RunStatus.of(RunState.FINISHED, ""));
        assertEquals(0, script.start().waitFor());
        assertFalse(Files.exists(script.run().workerLog()));
    }

    @Test
    void aNodeThatDoesNotSeeTheRunsSaysSo() throws Exception {
        var script = ScriptRun.in(folder, ScriptRun.PRINTS);
        Files.delete(script.script().resolveSibling("tasks.txt"));
        var process = script.start();
        var words = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor());
        assertTrue(words.contains("does not see"), words);
        assertTrue(words.contains("file system that the nodes share"), words);
    }

    @Test
    void theTimeLimitLeadsToACheckpointAndARequeue() throws Exception {
        var script = working().controller("RUNNING", "None");
        script.run().status(RunStatus.of(RunState.PAUSED, ""));
        assertEquals(STOPPED, signalled(script, "USR1"));
        assertTrue(script.requeued());
        assertEquals(RunState.QUEUED, script.run().status().state());
    }

    @Test
    void preemptionLeadsToARequeue() throws Exception {
        var script = working().controller("RUNNING", "2026-11-25T09:50:22");
        assertEquals(STOPPED, signalled(script, "TERM"));
        assertTrue(script.requeued());
    }

    @Test
    void whatSomebodyEndedIsNotRequeued() throws Exception {
        var script = working().controller("RUNNING", "None");
        assertEquals(STOPPED, signalled(script, "TERM"));
        assertFalse(script.requeued());
    }

    @Test
    void whatWasCancelledInSlurmIsNotRequeued() throws Exception {
        var script = working().controller("COMPLETING", "None");
        assertEquals(STOPPED, signalled(script, "USR1"));
        assertFalse(script.requeued());
    }

    @Test
    void whatTheUserAskedForIsNotRequeued() throws Exception {
        var script = working().controller("RUNNING", "None");
        script.run().requests().ask(Request.PAUSE);
        assertEquals(STOPPED, signalled(script, "USR1"));
        assertFalse(script.requeued());
    }

    /** Else it would be requeued for ever. */
    @Test
    void aTimeLimitThatIsTooShortForOneCheckpointIsAFailure() throws Exception {
        var script = working().controller("RUNNING", "None");
        Files.createFile(script.run().path().resolve("barren"));
        assertEquals(1, signalled(script, "USR1"));
        assertFalse(script.requeued());
    }

    private ScriptRun working() throws IOException {
        return ScriptRun.in(folder, ScriptRun.WORKS);
    }

    private static int signalled(ScriptRun script, String signal) throws Exception {
        var process = script.start();
        try {
            var ready = script.run().path().resolve("ready");
            Conditions.await("the worker works", PATIENCE, () -> Files.exists(ready));
            new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }
}
