// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.launch.Assignment;
import org.penumbra.runs.launch.FakeInstallation;
import org.penumbra.runs.launch.Job;
import org.penumbra.runs.launch.LocalLauncher;
import org.penumbra.runs.specimens.Specimens;
import org.penumbra.testing.Conditions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

class ClaimTest {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private RunFolder run;

    @BeforeEach
    void create() {
        run = RunFolder.create(folder.resolve("run"), Specimens.description("MedNeRF", 4));
    }

    @Test
    void aRunIsTakenOnceAndFreeAgainAfterwards() throws Exception {
        try (var claim = Claim.take(run, AT_ONCE)) {
            assertEquals(1, claim.attempt().number());
            assertTrue(claim.held());
            var refused = assertThrows(OwnedElsewhere.class, () -> Claim.take(run, AT_ONCE));
            assertTrue(refused.getMessage().contains(run.path().toString()));
        }
        assertTrue(run.attempts().getFirst().ended());
        try (var next = Claim.take(run, AT_ONCE)) {
            assertEquals(2, next.attempt().number());
        }
    }

    @Test
    void ofManyThatWantTheSameAttemptOneGetsIt() throws Exception {
        for (int number = 1; number <= 20; number++) {
            assertEquals(1, winners(number), "winners of attempt " + number);
        }
    }

    private long winners(int number) throws Exception {
        Callable<Boolean> wants = () -> run.attempt(number, mark("somewhere", "")).isPresent();
        try (var threads = Executors.newFixedThreadPool(4)) {
            return threads.invokeAll(Stream.generate(() -> wants).limit(4).toList()).stream()
                    .map(Future::resultNow)
                    .filter(won -> won)
                    .count();
        }
    }

    @Test
    void aKilledOwnerHoldsNothing() throws Exception {
        var worker = launched();
        var refused = assertThrows(OwnedElsewhere.class, () -> Claim.take(run, AT_ONCE));
        assertTrue(refused.getMessage().contains("at work"), refused.getMessage());
        worker.kill();
        assertTrue(worker.ended(PATIENCE));
        try (var claim = Claim.take(run, AT_ONCE)) {
            assertEquals(2, claim.attempt().number());
        }
    }

    private Job launched() throws Exception {
        var work = new Assignment(run, "cpu", 1);
        var launcher = new LocalLauncher(FakeInstallation.in(folder));
        var worker = launcher.launch(List.of(work)).getFirst();
        Conditions.await("it works", PATIENCE, () -> run.status().state() == RunState.RUNNING);
        return worker;
    }

    @Test
    void anOwnerBeforeTheLastBootHoldsNothing() throws Exception {
        run.attempt(1, mark(ProcessMark.own().host(), "an earlier boot"));
        Claim.take(run, AT_ONCE).close();
        assertEquals(2, run.attempts().size());
    }

    @Test
    void aLaterProcessWithTheSameNumberIsAnotherOne() throws Exception {
        var own = ProcessMark.own();
        var earlier = new ProcessMark(own.host(), own.boot(), own.space(), own.pid(), "1");
        run.attempt(1, earlier.toJson());
        Claim.take(run, AT_ONCE).close();
        assertEquals(2, run.attempts().size());
    }

    @Test
    void anotherMachineWhoseHeartbeatStandsStillIsDead() throws Exception {
        run.attempt(1, mark("a-dead-host", ""));
        run.status(RunStatus.of(RunState.RUNNING, ""));
        Claim.take(run, SHORT).close();
        assertEquals(2, run.attempts().size());
    }

    @Test
    void anotherMachineWhoseHeartbeatGoesOnKeepsTheRun() throws Exception {
        run.attempt(1, mark("a-living-host", ""));
        var done = new AtomicBoolean();
        try (var thread = Executors.newSingleThreadExecutor()) {
            var beating = thread.submit(() -> beat(done));
            var refused = assertThrows(OwnedElsewhere.class, () -> Claim.take(run, PATIENCE));
            assertTrue(refused.getMessage().contains("a-living-host"), refused.getMessage());
            done.set(true);
            beating.get();
        }
        assertEquals(1, run.attempts().size());
    }

    private void beat(AtomicBoolean done) {
        while (!done.get()) {
            run.status(RunStatus.of(RunState.RUNNING, ""));
        }
    }

    @Test
    void anOwnerThatSleptTooLongKnowsThatTheRunIsNotItsOwnAnyMore() throws Exception {
        try (var claim = Claim.take(run, AT_ONCE)) {
            run.attempt(2, mark("elsewhere", ""));
            assertFalse(claim.held());
        }
        assertFalse(run.attempts().getFirst().ended(), "it wrote nothing more");
    }

    @Test
    void anAttemptWithoutAnOwnerOnRecordIsNobodys() throws Exception {
        Files.createDirectories(run.path().resolve("attempts/001"));
        Files.writeString(run.path().resolve("attempts/001/owner.json"), "{");
        Claim.take(run, AT_ONCE).close();
        assertEquals(2, run.attempts().size());
    }

    private static JsonObject mark(String host, String boot) {
        return new ProcessMark(host, boot, "", 1, "1").toJson();
    }
}
