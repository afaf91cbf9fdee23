// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.testing.Conditions;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code pause}, {@code resume}, {@code cancel}, {@code retry} and {@code queue}. */
class ControlTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    @BeforeEach
    void install() throws IOException {
        System.setProperty("penumbra.worker", FakeWorker.install(folder).toString());
        // A queue of its own: what other tests let wait must not be in the way. Not in the
        // temporary folder: the scheduler stays for some seconds longer than that.
        var state = Path.of("target", "control-state").toAbsolutePath();
        System.setProperty("penumbra.state", state.toString());
    }

    @AfterEach
    void forget() {
        if (RunsFolder.read(runs()).runs().stream().anyMatch(run -> !still(run))) {
            Use.of("cancel", "--all", "--runs", runs());
        }
        System.clearProperty("penumbra.worker");
        System.clearProperty("penumbra.state");
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private RunFolder run(String name) {
        return RunsFolder.read(runs()).find(name);
    }

    private boolean still(RunFolder run) {
        return run.status().state().still();
    }

    private void await(String name, RunState state) {
        Conditions.await(name, PATIENCE, () -> run(name).status().state() == state);
    }

    /** MedNeRF works until it is asked to stop, UMedNeRF waits behind it. */
    private void submit() {
        var images = Samples.images(folder.resolve("images"), "01", 9, Samples.SIZE);
        var arguments = new ArrayList<Object>(List.of("run", Samples.example(), "--runs", runs()));
        arguments.addAll(List.of("--data", images, "--jobs", 1, "--seeds", "4", "--detach"));
        Use.of(arguments.toArray()).done();
        await("MedNeRF/seed=4", RunState.RUNNING);
    }

    @Test
    void aQueueIsShownPausedAndGoesOn() {
        submit();
        var queue = Use.of("queue", "--json").done().json().getAsJsonArray("queue");
        assertEquals(2, queue.size());
        assertEquals(
                "running",
                queue.get(0).getAsJsonObject().get("state").getAsString(),
                queue::toString);
        assertEquals("queued", queue.get(1).getAsJsonObject().get("state").getAsString());
        var paused = Use.of("pause", "--all", "--runs", runs()).done().out();
        assertTrue(paused.contains("UMedNeRF/seed=4 is paused"), paused);
        assertTrue(paused.contains("MedNeRF/seed=4 is paused at step 1 of 10"), paused);
        assertTrue(Use.of("queue").done().out().contains("nothing waits"));
        Use.of("resume", "UMedNeRF/*", "--runs", runs()).done();
        await("UMedNeRF/seed=4", RunState.RUNNING);
        assertEquals(RunState.PAUSED, run("MedNeRF/seed=4").status().state());
    }

    @Test
    void aCancelledRunCanBeTriedAgain() {
        submit();
        Use.of("cancel", "*MedNeRF/*", "--runs", runs()).done();
        assertEquals(RunState.CANCELLED, run("MedNeRF/seed=4").status().state());
        assertEquals(RunState.CANCELLED, run("UMedNeRF/seed=4").status().state());
        Use.of("resume", "MedNeRF/seed=4", "--runs", runs()).refused("cancelled", "retry");
        Use.of("retry", "MedNeRF/seed=4", "--runs", runs()).done();
        await("MedNeRF/seed=4", RunState.RUNNING);
        assertEquals(2, run("MedNeRF/seed=4").attempts().size());
    }

    @Test
    void aWaitingRunGetsAPriority() {
        submit();
        var out = Use.of("queue", "UMedNeRF/*", "--priority", 7, "--runs", runs(), "--json");
        var second = out.done().json().getAsJsonArray("queue").get(1).getAsJsonObject();
        assertEquals(7, second.get("priority").getAsInt());
    }

    @Test
    void nothingIsDoneToRunsThatAreNotThere() {
        submit();
        Use.of("pause", "Nobody", "--runs", runs()).refused("Nobody");
        Use.of("cancel", "--runs", runs()).refused("--experiment");
        Use.of("pause", "--experiment", "none", "--runs", runs()).refused("none");
        Use.of("resume", "--all", "--jobs", 0, "--runs", runs()).refused("--jobs");
        Use.of("retry", "--all", "--device", "cpu,cpu", "--runs", runs()).refused("twice");
    }

    @Test
    void aListIsFollowedUntilEverythingIsStill() {
        submit();
        Use.of("pause", "--all", "--runs", runs()).done();
        var out = Use.of("runs", "--follow", "--runs", runs()).done().out();
        assertTrue(out.contains("MedNeRF/seed=4 paused 1/10"), out);
    }
}
