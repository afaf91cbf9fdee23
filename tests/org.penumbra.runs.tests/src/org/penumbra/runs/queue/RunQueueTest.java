// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.runs.control.Request;
import org.penumbra.runs.folder.Host;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.launch.Assignment;
import org.penumbra.runs.launch.FakeInstallation;
import org.penumbra.runs.launch.LocalLauncher;
import org.penumbra.runs.plan.PlannedRun;
import org.penumbra.runs.specimens.Specimens;
import org.penumbra.testing.Conditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** The queue over real processes that do not compute anything. */
class RunQueueTest {
    private static final Duration PULSE = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private TestHost host;
    private final Recorder events = new Recorder();

    @BeforeEach
    void host() {
        host = new TestHost(folder.resolve("state"));
    }

    @AfterEach
    void end() throws InterruptedException {
        host.close();
    }

    private RunQueue queue(int jobs, boolean again) throws IOException {
        var wish = Wish.own(List.of("cpu"), jobs, 7, FakeInstallation.in(folder));
        var settings = new QueueSettings(host.queue(), wish, 0, again);
        return new RunQueue(folder.resolve("runs"), settings, host, events, PULSE);
    }

    private static List<PlannedRun> plan(long... seeds) {
        return LongStream.of(seeds)
                .mapToObj(seed -> Specimens.planned(Specimens.description("MedNeRF", seed)))
                .toList();
    }

    private RunFolder folder(PlannedRun run) {
        return RunFolder.open(folder.resolve("runs").resolve(run.folderName()));
    }

    private RunFolder create(PlannedRun run) {
        return RunFolder.create(
                folder.resolve("runs").resolve(run.folderName()), run.description());
    }

    @Test
    void aFailingRunDoesNotStopTheOthers() throws Exception {
        var plan = plan(2, 3, 1);
        var outcome = queue(2, false).run(plan);
        assertEquals(Map.of(RunState.FINISHED, 1L, RunState.FAILED, 2L), outcome.states());
        assertEquals(3, outcome.folders().size());
        assertFalse(outcome.complete());
        assertEquals("loss is not a number at step 12", folder(plan.get(0)).status().message());
        var silent = folder(plan.get(1)).status().message();
        assertTrue(silent.contains("exit code 3") && silent.contains("worker.log"), silent);
    }

    @Test
    void theWorkerGetsItsCommandAndEnvironmentAndItsOutputIsKept() throws Exception {
        var plan = plan(1);
        assertTrue(queue(1, false).run(plan).complete());
        var log = Files.readString(folder(plan.getFirst()).workerLog());
        assertTrue(log.contains("org.penumbra.engine.worker.Worker run threads 1"), log);
    }

    @Test
    void anEqualFinishedRunIsReusedUnlessAskedAgain() throws Exception {
        var plan = plan(1);
        queue(1, false).run(plan);
        var second = queue(1, false).run(plan);
        assertEquals(1, second.reused());
        assertTrue(second.complete());
        assertEquals(1, folder(plan.getFirst()).attempts().size());
        var third = queue(1, true).run(plan);
        assertEquals(0, third.reused());
        assertTrue(third.folders().getFirst().path().toString().endsWith("-2"));
    }

    @Test
    void aCutRunGoesOnWhereItWas() throws Exception {
        var plan = plan(1);
        var cut = create(plan.getFirst());
        cut.newAttempt();
        cut.status(
                new RunStatus(
                        RunState.RUNNING, "", 5, 9, 1, "", 1L << 40, Host.name(), Instant.now()));
        assertTrue(queue(1, false).run(plan).complete());
        assertEquals(2, cut.attempts().size());
        assertTrue(events.lines.contains("resumed MedNeRF/seed=1"), events.lines.toString());
    }

    @Test
    void aFolderThatCannotBeReadIsRefusedAndTheOthersGoOn() throws Exception {
        var plan = plan(1, 2);
        var status = create(plan.getFirst()).path().resolve("status.json");
        Files.writeString(status, "{\"formatVersion\": 99}");
        var outcome = queue(1, false).run(plan);
        assertEquals(1, outcome.refused());
        assertTrue(events.lines.getFirst().contains("newer Penumbra"), events.lines.toString());
    }

    @Test
    void aDamagedStatusStopsNothing() throws Exception {
        var plan = plan(1, 1);
        Files.writeString(create(plan.getFirst()).path().resolve("status.json"), "{");
        assertTrue(queue(1, false).run(plan).complete());
    }

    @Test
    void stoppingAsksTheWorkersToSaveAndStartsNoMore() throws Exception {
        var plan = plan(4, 1);
        var queue = queue(1, false);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var outcome = thread.submit(() -> queue.run(plan));
            Conditions.await("the worker runs", PATIENCE, () -> running(plan.getFirst()));
            assertTrue(queue.stop(PATIENCE));
            assertTrue(outcome.get().interrupted());
            assertEquals(Map.of(RunState.PAUSED, 2L), outcome.get().states());
        }
        assertTrue(folder(plan.getLast()).attempts().isEmpty(), "the second one never began");
        var status = folder(plan.getFirst()).status();
        assertEquals(RunState.PAUSED, status.state());
        assertEquals("asked to", status.message(), "the worker's own word");
    }

    private boolean running(PlannedRun run) {
        var path = folder.resolve("runs").resolve(run.folderName());
        return RunFolder.isRunFolder(path)
                && RunFolder.open(path).status().state() == RunState.RUNNING;
    }

    @Test
    void aKilledWorkerIsStartedAgainAndGivenUpWhenItComesNoFurther() throws Exception {
        var plan = plan(4);
        var queue = queue(1, false);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var outcome = thread.submit(() -> queue.run(plan));
            for (int attempt = 1; attempt <= Placement.MOST_LOSSES; attempt++) {
                kill(plan.getFirst(), attempt);
            }
            assertEquals(Map.of(RunState.LOST, 1L), outcome.get().states());
        }
        assertEquals(1, folder(plan.getFirst()).status().step(), "where it was stays known");
        assertEquals(Placement.MOST_LOSSES, folder(plan.getFirst()).attempts().size());
    }

    private void kill(PlannedRun run, int attempt) {
        Conditions.await("attempt " + attempt, PATIENCE, () -> running(run, attempt));
        ProcessHandle.of(folder(run).status().pid()).orElseThrow().destroyForcibly();
    }

    private boolean running(PlannedRun run, int attempt) {
        return running(run)
                && folder(run).attempts().size() == attempt
                && ProcessHandle.of(folder(run).status().pid()).isPresent();
    }

    @Test
    void aWorkerThatOutlivedItsQueueIsFollowed() throws Exception {
        var plan = plan(4);
        var launcher = new LocalLauncher(FakeInstallation.in(folder));
        var work = new Assignment(create(plan.getFirst()), "cpu", 1);
        var orphan = launcher.launch(List.of(work)).getFirst();
        Conditions.await("the worker runs", PATIENCE, () -> running(plan.getFirst()));
        var queue = queue(1, false);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var outcome = thread.submit(() -> queue.run(plan));
            Conditions.await("it is followed", PATIENCE, () -> !events.lines.isEmpty());
            assertTrue(queue.stop(PATIENCE));
            assertEquals(Map.of(RunState.PAUSED, 1L), outcome.get().states());
        }
        assertTrue(orphan.ended(PATIENCE));
        assertEquals(1, folder(plan.getFirst()).attempts().size());
    }

    @Test
    void aSchedulerThatIsKilledLosesNothing() throws Exception {
        var plan = plan(4, 1);
        var queue = queue(1, false);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var outcome = thread.submit(() -> queue.run(plan));
            Conditions.await("the worker runs", PATIENCE, () -> running(plan.getFirst()));
            host.kill();
            folder(plan.getFirst()).requests().ask(Request.PAUSE);
            assertEquals(
                    Map.of(RunState.PAUSED, 1L, RunState.FINISHED, 1L), outcome.get().states());
        }
        assertEquals(1, folder(plan.getFirst()).attempts().size());
        assertTrue(host.queue().empty());
    }

    @Test
    void aRunsFolderThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("runs"), "a file in the way");
        var queue = queue(1, false);
        var message = assertThrows(InputException.class, () -> queue.run(plan(1))).getMessage();
        assertTrue(message.contains("cannot be written"), message);
    }

    private static final class Recorder implements QueueListener {
        final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void started(PlannedRun run, RunFolder folder, boolean resumed) {
            lines.add((resumed ? "resumed " : "started ") + run.name());
        }

        @Override
        public void refused(PlannedRun run, String reason) {
            lines.add(reason);
        }
    }
}
