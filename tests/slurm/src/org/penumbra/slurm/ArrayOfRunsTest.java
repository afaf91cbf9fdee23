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
import java.util.Set;
import java.util.stream.Collectors;

/** Six runs on a cluster that cancels one and cuts another at its time limit. */
class ArrayOfRunsTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final String CUT = "UMedNeRF/seed=1";
    private static final String CANCELLED = "MedNeRF/seed=5";

    /** Sizes at which MedNeRF's runs take seconds, and UMedNeRF's long enough to be cut. */
    private static final List<String> SMALL =
            List.of(
                    "resources/checkpointEvery=5",
                    "resources/threads=1",
                    "dataset/imageSize=32",
                    "variants/MedNeRF/iterations=4",
                    "variants/UMedNeRF/iterations=600",
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
            var command = cluster.commands().startPenumbra(arguments(runs, six()));
            Conditions.await("six tasks", LONG, () -> tasks(runs).size() == 6);
            assertEquals(1, jobs(runs).size(), "one array");
            cancel(cluster, runs);
            cut(cluster, runs);
            var ended = command.end().expect(1);
            assertTrue(ended.err().contains(CANCELLED + " was cancelled"), ended.err());
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
        all.addAll(List.of("run", example, "--runs", runs.folder(), "--seeds", "1,2,3,4,5"));
        all.addAll(List.of("--slurm", "--jobs", "2", "--time", "30", "--save-before", "110"));
        SMALL.forEach(setting -> all.addAll(List.of("--set", setting)));
        all.addAll(List.of(more));
        return all;
    }

    private static Object[] six() {
        return new Object[] {"--only", "{MedNeRF/*,%s}".formatted(CUT)};
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

    private static void cancel(Cluster cluster, Runs runs) {
        cluster.hold(runs.task(CANCELLED));
        assertEquals("PENDING", cluster.word(runs.task(CANCELLED)));
        cluster.commands()
                .penumbra("cancel", CANCELLED, "--runs", runs.folder().toString())
                .expect(0);
        assertEquals("cancelled", runs.state(CANCELLED));
    }

    /** Slurm looks at time limits twice a minute. */
    private static void cut(Cluster cluster, Runs runs) {
        Conditions.await("a checkpoint", LONG, () -> runs.hasCheckpoint(CUT));
        var task = runs.task(CUT);
        cluster.timeLimit(task, cluster.minutes(task) + 2);
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
        for (var name : runs.byName().keySet()) {
            boolean cancelled = name.equals(CANCELLED);
            assertEquals(cancelled ? "cancelled" : "finished", runs.state(name), name);
            int attempts = cancelled ? 0 : name.equals(CUT) ? 2 : 1;
            assertEquals(attempts, runs.attempts(name), name);
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
