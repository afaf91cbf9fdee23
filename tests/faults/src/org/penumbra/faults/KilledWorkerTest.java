// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.runs.folder.RunFolder;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A worker killed at any instants, again and again, comes to the same bits and curves. */
class KilledWorkerTest {
    @TempDir Path folder;

    /** The methods side by side, as the undisturbed runs were: that gives the time of one. */
    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(strings = {"MedNeRF", "UMedNeRF"})
    void comesToTheSameBits(String variant) throws Exception {
        var expected = Reference.outcome(variant);
        var random = Chance.of("worker of " + variant);
        int killed = 0;
        for (int life = 1; killed < Chance.kills(); life++) {
            var run = fresh(variant, life);
            killed += live(run, random, killed);
            expected.assertSame(Outcome.of(run));
        }
    }

    private RunFolder fresh(String variant, int life) {
        var description = Reference.run(variant).description();
        return RunFolder.create(folder.resolve(variant + "-" + life), description);
    }

    /** Starts a run's worker until it comes to its end. Returns how often it was killed. */
    private static int live(RunFolder run, Random random, int before) throws Exception {
        int killed = 0;
        while (attempt(run, random, before + killed)) {
            killed++;
        }
        return killed;
    }

    /** Returns whether the worker was killed; after enough kills it is let go. */
    private static boolean attempt(RunFolder run, Random random, int killed) throws Exception {
        var worker = Workers.start(run);
        var moment = Moment.values()[killed % Moment.values().length].of(run, random);
        if (killed < Chance.kills() && Waiting.until(moment, worker)) {
            worker.destroyForcibly();
        }
        if (Waiting.end(worker) == 0) {
            return false;
        }
        assertTrue(worker.exitValue() > 128, () -> "it failed: " + run.status());
        assertEquals(List.of(), run.checkpoints().damage(), "a checkpoint is whole or not there");
        return true;
    }
}
