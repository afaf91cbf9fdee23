// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.penumbra.runs.folder.RunFolder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Kills the workers of one method's runs, and compares every run that came to its end. */
final class Ordeal {
    private final String variant;
    private final Path folder;
    private final Random random;

    /** From start to end of a worker that did all of a run: at first about, then as measured. */
    private Duration whole = Reference.whole();

    private int kills;

    Ordeal(String variant, Path folder) {
        this.variant = variant;
        this.folder = folder;
        this.random = Chance.of("worker of " + variant);
    }

    /** Goes through as many runs as so many kills take. */
    void survive(int wanted) throws Exception {
        var expected = Reference.outcome(variant);
        for (int life = 1; kills < wanted; life++) {
            var description = Reference.run(variant).description();
            var run = RunFolder.create(folder.resolve("life-" + life), description);
            while (killed(run, wanted)) {
                kills++;
            }
            expected.assertSame(Outcome.of(run));
            System.out.printf(
                    "%s: %d attempts, %d of %d kills%n",
                    variant, run.attempts().size(), kills, wanted);
        }
    }

    /** Starts the run's worker, and kills it unless that was done often enough. */
    private boolean killed(RunFolder run, int wanted) throws Exception {
        var kind = Moment.values()[kills % Moment.values().length];
        var start = System.nanoTime();
        var moment = kind.of(run, random, whole);
        var worker = Workers.start(run);
        if (kills < wanted && Waiting.until(moment, worker)) {
            worker.destroyForcibly();
        }
        if (Waiting.end(worker) == 0) {
            measured(run, Duration.ofNanos(System.nanoTime() - start));
            return false;
        }
        System.out.printf("%s: killed %s, %s%n", variant, kind, place(run));
        assertTrue(worker.exitValue() > 128, () -> "it failed: " + run.status());
        assertEquals(List.of(), run.checkpoints().damage(), "a checkpoint is whole or not there");
        return true;
    }

    /** Where it was, as far as its files tell. */
    private static String place(RunFolder run) {
        var steps = run.checkpoints().steps();
        return "attempt %d, checkpoint %s".formatted(run.attempts().size(), steps);
    }

    private void measured(RunFolder run, Duration took) {
        if (run.attempts().size() == 1) {
            whole = took;
        }
    }
}
