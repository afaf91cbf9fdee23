// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.launch.FakeInstallation;
import org.penumbra.runs.queue.Reply.Kind;
import org.penumbra.runs.specimens.Specimens;
import org.penumbra.testing.Conditions;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Pausing, going on, cancelling and trying again, in every state that a run can be in. */
class ControlTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long FINISHES = 1;
    private static final long FAILS = 2;
    private static final long WORKS_ON = 4;

    @TempDir Path folder;
    private TestHost host;
    private Control control;

    @BeforeEach
    void create() {
        host = new TestHost(folder.resolve("state"));
        control = new Control(host.queue(), List.of());
    }

    @AfterEach
    void end() throws InterruptedException {
        host.close();
    }

    private RunFolder run(long seed) {
        return RunFolder.create(
                folder.resolve("run-" + seed), Specimens.description("MedNeRF", seed));
    }

    private Submission submission() throws IOException {
        var wish = Wish.own(List.of("cpu"), 1, 1, FakeInstallation.in(folder));
        return new Submission(host.queue(), wish, 0);
    }

    private RunFolder atWork() throws IOException {
        var run = run(WORKS_ON);
        submission().submit(run, 0);
        host.ensure();
        await(run, RunState.RUNNING);
        return run;
    }

    private void await(RunFolder run, RunState state) {
        Conditions.await(state.word(), PATIENCE, () -> run.status().state() == state);
    }

    private void stopped(RunFolder run, RunState state) throws InterruptedException {
        assertEquals(List.of(), control.await(List.of(run), PATIENCE));
        assertEquals(state, run.status().state());
        assertFalse(host.queue().holds(run));
        assertTrue(run.requests().asked().isEmpty());
    }

    @Test
    void aRunAtWorkIsPausedAndGoesOn() throws Exception {
        var run = atWork();
        assertEquals(Kind.ASKED, control.pause(run).kind());
        stopped(run, RunState.PAUSED);
        assertEquals(Kind.DONE, control.resume(run, submission(), 0).kind());
        await(run, RunState.RUNNING);
        assertEquals(2, run.attempts().size());
        assertEquals(Kind.ASKED, control.cancel(run).kind());
        assertTrue(control.await(List.of(run), PATIENCE).isEmpty());
    }

    @Test
    void aRunThatWaitsIsTakenOutOfTheQueueAtOnce() throws Exception {
        var paused = run(FINISHES);
        var cancelled = run(FAILS);
        submission().submit(paused, 0);
        submission().submit(cancelled, 1);
        assertEquals(Kind.DONE, control.pause(paused).kind());
        assertEquals(Kind.DONE, control.cancel(cancelled).kind());
        stopped(paused, RunState.PAUSED);
        stopped(cancelled, RunState.CANCELLED);
    }

    @Test
    void aFailedRunIsTriedAgainAndAFinishedOneIsNot() throws Exception {
        var run = run(FAILS);
        submission().submit(run, 0);
        host.ensure();
        assertTrue(control.await(List.of(run), PATIENCE).isEmpty());
        assertEquals(RunState.FAILED, run.status().state());
        assertEquals(Kind.REFUSED, control.pause(run).kind());
        assertEquals(Kind.REFUSED, control.resume(run, submission(), 0).kind());
        assertEquals(Kind.DONE, control.retry(run, submission(), 0).kind());
        assertTrue(control.await(List.of(run), PATIENCE).isEmpty());
        assertEquals(2, run.attempts().size());
    }

    @Test
    void aFinishedRunIsLeftAlone() throws Exception {
        var run = run(FINISHES);
        run.status(RunStatus.of(RunState.FINISHED, ""));
        for (var reply :
                List.of(
                        control.pause(run),
                        control.cancel(run),
                        control.resume(run, submission(), 0),
                        control.retry(run, submission(), 0))) {
            assertEquals(Kind.REFUSED, reply.kind(), reply.sentence());
            assertTrue(reply.sentence().startsWith("MedNeRF/seed=1 is finished"));
        }
        assertTrue(host.queue().empty());
    }

    @Test
    void aRunWhoseWorkerAndSchedulerAreGoneGoesOn() throws Exception {
        var run = run(FINISHES);
        run.newAttempt();
        run.status(RunStatus.of(RunState.RUNNING, ""));
        assertEquals(Kind.DONE, control.resume(run, submission(), 0).kind());
        host.ensure();
        assertTrue(control.await(List.of(run), PATIENCE).isEmpty());
        assertEquals(RunState.FINISHED, run.status().state());
    }

    @Test
    void aCutRunIsCancelledWithoutAWorker() throws Exception {
        var run = run(FINISHES);
        run.status(RunStatus.of(RunState.LOST, "its worker was killed"));
        assertEquals(Kind.DONE, control.cancel(run).kind());
        stopped(run, RunState.CANCELLED);
    }
}
