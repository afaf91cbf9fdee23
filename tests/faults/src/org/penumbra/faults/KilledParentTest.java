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
import org.penumbra.runs.folder.RunsFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** What started a worker may die at any instant: the command issued again ends the run. */
class KilledParentTest {
    private static final String VARIANT = "UMedNeRF";

    /** A worker that only starts when its parent dies may be met by the next command. */
    private static final int FURTHER_COMMANDS = 10;

    /** About half as much lies between two kills on average. */
    private static final long BETWEEN_KILLS = Duration.ofSeconds(5).toNanos();

    @TempDir Path folder;

    @Test
    void theRunComesToTheSameBits() throws Exception {
        var expected = Reference.outcome(VARIANT);
        var random = Chance.of("parent");
        int killed = 0;
        for (int life = 1; killed < Chance.kills(); life++) {
            var study = Study.in(Files.createDirectory(folder.resolve("life-" + life)));
            killed += live(study, random, Chance.kills() - killed);
            var runs = RunsFolder.read(study.runs()).runs();
            assertEquals(1, runs.size());
            expected.assertSame(Outcome.of(runs.getFirst()));
        }
    }

    /** Issues the command until it ends well. Returns how often its processes were killed. */
    private int live(Study study, Random random, int most) throws Exception {
        int killed = 0;
        for (int command = 0; command < most + FURTHER_COMMANDS; command++) {
            var process = start(study);
            while (killed < most && kill(study, process, random)) {
                killed++;
            }
            if (Waiting.end(process) == 0) {
                assertTrue(Workers.of(study.runs()).isEmpty(), "nobody is left at work");
                return killed;
            }
        }
        throw new AssertionError("it never ends: " + Files.readString(folder.resolve("err.txt")));
    }

    private Process start(Study study) throws IOException {
        var arguments = study.arguments(Reference.with("--only", VARIANT + "/*"));
        var out = folder.resolve("out.txt");
        return study.penumbra().start(out, folder.resolve("err.txt"), arguments);
    }

    /**
     * Kills the process that started the worker, or, where the worker has outlived it, the command
     * that follows the worker; the worker itself is not touched.
     */
    private static boolean kill(Study study, Process command, Random random) {
        if (!Waiting.until(() -> !Workers.of(study.runs()).isEmpty(), command)) {
            return false;
        }
        var instant = System.nanoTime() + random.nextLong(BETWEEN_KILLS);
        if (!Waiting.until(() -> System.nanoTime() >= instant, command)) {
            return false;
        }
        var worker = Workers.of(study.runs()).stream().findFirst();
        var victim = worker.flatMap(Workers::parent).orElse(command.toHandle());
        victim.destroyForcibly();
        victim.onExit().join();
        return true;
    }
}
