// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.testing.Conditions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Six runs on a cluster that cancels one and cuts another at its time limit. */
class ArrayOfRunsTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final String CUT = "UMedNeRF/seed=1";
    private static final String CANCELLED_AT_WORK = "UMedNeRF/seed=2";
    private static final String CANCELLED = "UMedNeRF/seed=3";

    private static final Set<String> ACTIVE = Set.of("PENDING", "RUNNING", "COMPLETING");

    /** Sizes at which MedNeRF's runs take seconds, and UMedNeRF's long enough to be cut. */
    private static final List<String> SMALL =
            List.of(
                    "resources/checkpointEvery=5",
                    "resources/threads=1",
                    "dataset/imageSize=32",
                    "variants/MedNeRF/iterations=4",
                    "variants/UMedNeRF/iterations=100",
                    "variants/*/field/width=16",
                    "variants/*/field/layers=3",
                    "variants/*/field/skipAfter=1",
                    "variants/*/rays/samples=8",
                    "variants/*/rays/patchSize=16",
                    "variants/*/fineTuning/iterations=8",
                    "variants/*/fineTuning/imageSize=32",
                    "variants/*/fineTuning/patchSize=16");

    @TempDir Path folder;

    @Test
    void sixRunsComeToTheirEnds() {
        var runs = new Runs(folder.resolve("the group's runs"));
        try (var cluster = Cluster.start(folder)) {
            var command = cluster.commands().startPenumbra(arguments(runs));
            Conditions.await("six tasks", LONG, () -> six(command, runs));
            assertEquals(1, jobs(runs).size(), "one array");
            // On a fast machine it would be done before its turn to be cancelled comes.
            cluster.hold(runs.task(CANCELLED_AT_WORK));
            cancelOneThatWaits(cluster, runs);
            cut(cluster, runs);
            cancelOneAtWork(cluster, runs);
            var ended = command.end().expect(1);
            for (var name : List.of(CANCELLED, CANCELLED_AT_WORK)) {
                assertTrue(ended.err().contains(name + " was cancelled"), ended.err());
            }
            assertTrue(ended.out().contains("UMedNeRF"), ended.out());
            everyRunHasItsEnd(runs);
            finishedRunsAreNotHandedOverAgain(cluster, runs);
            cluster.close();
            assertFalse(cluster.answers(), "Slurm is stopped");
        }
    }

    private static List<Object> arguments(Runs runs, Object... more) {
        var all = new ArrayList<Object>();
        var example = Commands.root().resolve("examples/mednerf-vs-umednerf.penumbra");
        all.addAll(List.of("run", example, "--runs", runs.folder(), "--seeds", "1,2,3"));
        all.addAll(List.of("--slurm", "--jobs", "2", "--time", "30", "--save-before", "110"));
        SMALL.forEach(setting -> all.addAll(List.of("--set", setting)));
        all.addAll(List.of(more));
        return all;
    }

    private static Set<String> tasks(Runs runs) {
        return runs.byName().keySet().stream()
                .filter(name -> !runs.job(name).isEmpty())
                .map(runs::task)
                .collect(Collectors.toSet());
    }

    private static Set<String> jobs(Runs runs) {
        return runs.byName().keySet().stream().map(runs::job).collect(Collectors.toSet());
    }

    private static boolean six(Commands.Started command, Runs runs) {
        boolean ended = !command.process().isAlive();
        assertFalse(ended, () -> "it ended at once: " + command.end());
        return tasks(runs).size() == 6;
    }

    private static void cancelOneThatWaits(Cluster cluster, Runs runs) {
        cluster.hold(runs.task(CANCELLED));
        assertEquals("PENDING", cluster.word(runs.task(CANCELLED)));
        cancel(cluster, runs, CANCELLED);
    }

    private static void cancelOneAtWork(Cluster cluster, Runs runs) {
        assertEquals("PENDING", cluster.word(runs.task(CANCELLED_AT_WORK)));
        cluster.release(runs.task(CANCELLED_AT_WORK));
        Conditions.await("it works", LONG, () -> runs.state(CANCELLED_AT_WORK).equals("running"));
        cancel(cluster, runs, CANCELLED_AT_WORK);
        var task = runs.task(CANCELLED_AT_WORK);
        Conditions.await("its place is free", LONG, () -> !ACTIVE.contains(cluster.word(task)));
    }

    private static void cancel(Cluster cluster, Runs runs, String name) {
        cluster.commands().penumbra("cancel", name, "--runs", runs.folder().toString()).expect(0);
        assertEquals("cancelled", runs.state(name));
    }

    /**
     * Slurm looks at time limits twice a minute; so long the worker is held, that it has not ended.
     */
    private static void cut(Cluster cluster, Runs runs) {
        Conditions.await("a checkpoint", LONG, () -> runs.hasCheckpoint(CUT));
        var task = runs.task(CUT);
        var worker = runs.pid(CUT);
        cluster.commands().run("kill", "-s", "STOP", worker).expect(0);
        cluster.timeLimit(task, cluster.minutes(task) + 2);
        Conditions.await("the signal", LONG, () -> runs.output(CUT).contains("(USR1)"));
        cluster.commands().run("kill", "-s", "CONT", worker).expect(0);
        Conditions.await("it is requeued", LONG, () -> requeued(runs));
        assertEquals(1, runs.attempts(CUT));
        Conditions.await("it waits", LONG, () -> cluster.word(task).equals("PENDING"));
        cluster.timeLimit(task, 30);
    }

    private static boolean requeued(Runs runs) {
        assertFalse(runs.state(CUT).equals("finished"), "too short a run to be cut");
        return runs.state(CUT).equals("queued");
    }

    private static void everyRunHasItsEnd(Runs runs) {
        var cancelled = Set.of(CANCELLED, CANCELLED_AT_WORK);
        var attempts = Map.of(CANCELLED, 0, CUT, 2);
        for (var name : runs.byName().keySet()) {
            var state = cancelled.contains(name) ? "cancelled" : "finished";
            assertEquals(state, runs.state(name), name);
            assertEquals(attempts.getOrDefault(name, 1), runs.attempts(name), name);
        }
    }

    private static void finishedRunsAreNotHandedOverAgain(Cluster cluster, Runs runs) {
        var before = jobs(runs);
        var again = arguments(runs, "--only", "MedNeRF/*");
        var ended = cluster.commands().startPenumbra(again).end().expect(0);
        assertTrue(ended.err().contains("finished before"), ended.err());
        assertFalse(ended.err().contains("On the cluster"), ended.err());
        assertEquals(before, jobs(runs));
    }
}
