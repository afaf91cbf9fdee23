// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.launch.Assignment;
import org.penumbra.runs.launch.Job;
import org.penumbra.runs.launch.JobState;
import org.penumbra.runs.launch.Launcher;
import org.penumbra.runs.plan.PlannedRun;
import org.penumbra.runs.specimens.Specimens;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class HandoverTest {
    @TempDir Path runs;
    private final Cluster cluster = new Cluster();
    private final Heard heard = new Heard();

    /** A launcher whose jobs do what the test says. */
    private static final class Cluster implements Launcher {
        private final Map<Path, ScriptedJob> jobs = new HashMap<>();
        private final List<Integer> launches = new ArrayList<>();

        @Override
        public List<Job> launch(List<Assignment> work) {
            launches.add(work.size());
            return work.stream().map(one -> start(one.run())).toList();
        }

        Job start(RunFolder run) {
            var job = new ScriptedJob(run);
            run.status(RunStatus.of(RunState.QUEUED, ""));
            jobs.put(run.path(), job);
            return job;
        }

        @Override
        public Optional<Job> find(RunFolder run) {
            return Optional.ofNullable(jobs.get(run.path()));
        }
    }

    /** Waits once, works once, and has then ended without anybody doing anything. */
    private static final class ScriptedJob implements Job {
        private final RunFolder run;
        private final Deque<JobState> states =
                new ArrayDeque<>(List.of(JobState.WAITING, JobState.WORKING));

        ScriptedJob(RunFolder run) {
            this.run = run;
        }

        @Override
        public RunFolder run() {
            return run;
        }

        @Override
        public String name() {
            return "job of " + run.description().name();
        }

        @Override
        public JobState state() {
            var state = states.isEmpty() ? JobState.ENDED : states.removeFirst();
            if (state == JobState.ENDED && run.description().seed() == 1) {
                run.status(RunStatus.of(RunState.FINISHED, ""));
            }
            return state;
        }

        @Override
        public boolean ended(Duration patience) {
            return states.isEmpty();
        }

        @Override
        public OptionalInt exitCode() {
            return OptionalInt.empty();
        }

        @Override
        public String reason() {
            return states.isEmpty() ? "its node failed" : "waits for free resources";
        }

        @Override
        public void stop() {}

        @Override
        public void kill() {}
    }

    /** What was told. */
    private static final class Heard implements QueueListener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void reused(PlannedRun run, RunFolder folder) {
            lines.add("reused " + run.name());
        }

        @Override
        public void waits(String why) {
            lines.add(why);
        }

        @Override
        public void ended(PlannedRun run, RunFolder folder, RunStatus status) {
            lines.add("%s: %s".formatted(status.state().word(), status.message()));
        }
    }

    private static PlannedRun planned(String variant, long seed) {
        return Specimens.planned(Specimens.description(variant, seed));
    }

    private Handover handover() {
        return new Handover(runs, cluster, false, heard, Duration.ofMillis(1));
    }

    @Test
    void whatIsNewIsHandedOverTogetherAndFollowedToItsEnd() throws Exception {
        var plan = List.of(planned("A", 1), planned("B", 1));
        var handover = handover();
        var jobs = handover.submit(plan, "auto");
        assertEquals(List.of("job of A/seed=1", "job of B/seed=1"), names(jobs));
        var outcome = handover.follow(plan);
        assertEquals(List.of(2), cluster.launches);
        assertTrue(outcome.complete());
        assertEquals(
                List.of("2 (waits for free resources)", "finished: ", "finished: "), heard.lines);
    }

    private static List<String> names(List<Job> jobs) {
        return jobs.stream().map(Job::name).toList();
    }

    @Test
    void whatIsDoneIsReusedAndWhatIsAtWorkIsFollowed() throws Exception {
        var done = planned("A", 1);
        Specimens.finished(runs, done.description(), Map.of());
        var atWork = planned("B", 1);
        cluster.start(RunFolder.create(runs.resolve(atWork.folderName()), atWork.description()));
        var plan = List.of(done, atWork);
        var handover = handover();
        assertEquals(List.of("job of B/seed=1"), names(handover.submit(plan, "auto")));
        assertTrue(handover.follow(plan).complete());
        assertEquals(List.of(0), cluster.launches, "nothing was new");
        assertEquals("reused A/seed=1", heard.lines.getFirst());
    }

    @Test
    void aJobThatEndsWithoutAWordGetsAVerdictWithTheClustersReason() throws Exception {
        var plan = List.of(planned("A", 2));
        var handover = handover();
        handover.submit(plan, "auto");
        var outcome = handover.follow(plan);
        assertFalse(outcome.complete());
        var status = outcome.folders().getFirst().status();
        assertEquals(RunState.LOST, status.state());
        assertTrue(status.message().startsWith("its node failed; "), status.message());
    }

    @Test
    void whatTheClusterDoesNotTakeIsSaidAtOnce() {
        var refusing = new RefusingCluster();
        var handover = new Handover(runs, refusing, false, heard);
        var thrown =
                assertThrows(
                        InputException.class,
                        () -> handover.submit(List.of(planned("A", 1)), "auto"));
        assertEquals("no", thrown.getMessage());
    }

    private record RefusingCluster() implements Launcher {
        @Override
        public List<Job> launch(List<Assignment> work) {
            throw new InputException("no");
        }

        @Override
        public Optional<Job> find(RunFolder run) {
            return Optional.empty();
        }
    }
}
