// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.product.Study;
import org.penumbra.runs.events.EventReader;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunsFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Twenty runs, four at a time, whose workers are killed here and there. */
class ManyRunsTest {
    private static final int RUNS = 20;
    private static final int FURTHER_COMMANDS = 5;

    /** On average there is a kill in as much time: the twenty runs take about a minute. */
    private static final long BETWEEN_KILLS =
            Math.min(4_000, 40_000 / Math.max(1, Chance.kills())) * 1_000_000L;

    @TempDir Path folder;
    private final Random random = Chance.of("many");
    private int killed;

    @Test
    void allFinishAndNoneRunsTwice() throws Exception {
        var study = Study.in(folder);
        issueUntilDone(study);
        assertTrue(killed > 0, "nobody was killed");
        var runs = RunsFolder.read(study.runs()).runs();
        assertEquals(RUNS, runs.size());
        assertEquals(RUNS, runs.stream().map(run -> run.description().id()).distinct().count());
        runs.forEach(ManyRunsTest::assertFinishedOnce);
        var attempts = runs.stream().mapToInt(run -> run.attempts().size()).sum();
        assertTrue(attempts <= RUNS + killed, () -> attempts + " attempts, " + killed + " kills");
    }

    private void issueUntilDone(Study study) throws Exception {
        for (int command = 0; command < Chance.kills() + FURTHER_COMMANDS; command++) {
            var process = start(study);
            while (process.isAlive() && killed < Chance.kills()) {
                kill(study.runs(), process);
            }
            if (Waiting.end(process) == 0) {
                return;
            }
        }
        throw new AssertionError("it never ends: " + Files.readString(folder.resolve("err.txt")));
    }

    private Process start(Study study) throws IOException {
        var seeds = IntStream.rangeClosed(1, RUNS).mapToObj(Integer::toString);
        var arguments =
                study.arguments(
                        "--only", "MedNeRF/*",
                        "--jobs", 4,
                        "--set", "resources/threads=1",
                        "--set", "resources/checkpointEvery=2",
                        "--seeds", seeds.collect(Collectors.joining(",")));
        return study.penumbra()
                .start(folder.resolve("out.txt"), folder.resolve("err.txt"), arguments);
    }

    private void kill(Path runs, Process command) {
        var instant = System.nanoTime() + random.nextLong(2 * BETWEEN_KILLS);
        if (!Waiting.until(() -> System.nanoTime() >= instant, command)) {
            return;
        }
        var workers = Workers.of(runs);
        var distinct = workers.stream().map(Workers::run).distinct().count();
        assertEquals(distinct, workers.size(), "two processes at one run");
        if (!workers.isEmpty()) {
            workers.get(random.nextInt(workers.size())).destroyForcibly();
            killed++;
        }
    }

    private static void assertFinishedOnce(RunFolder run) {
        assertEquals(RunState.FINISHED, run.status().state());
        assertTrue(run.results().isPresent());
        var ends = run.attempts().stream().filter(ManyRunsTest::finished).count();
        // None where the very last kill came between the status and the log's last line.
        assertTrue(ends <= 1, () -> run.path() + " finished more than once");
        assertOneAfterTheOther(run);
    }

    /** An attempt that was killed before its first event has no time that could overlap. */
    private static void assertOneAfterTheOther(RunFolder run) {
        var times = run.attempts().stream().map(ManyRunsTest::times).filter(t -> !t.isEmpty());
        var end = 0.0;
        for (var attempt : times.toList()) {
            assertTrue(end <= attempt.getFirst(), () -> "attempts overlap in " + run.path());
            end = attempt.getLast();
        }
    }

    /** When each event was written, in seconds since 1970. */
    private static List<Double> times(Attempt attempt) {
        var times = new ArrayList<Double>();
        attempt.events().forEach(file -> EventReader.read(file, e -> times.add(e.wallTime())));
        return times;
    }

    private static boolean finished(Attempt attempt) {
        try {
            return Files.exists(attempt.log())
                    && Files.readString(attempt.log()).contains(" Finished.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
