// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import org.penumbra.runs.folder.Host;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.ownership.Claim;
import org.penumbra.testing.Conditions;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Stands for the engine's worker in a process of its own. The seed says what it does: 1 finishes, 2
 * fails with a word, 3 ends without a word, 4 works until it is asked to stop.
 */
public final class FakeWorker {
    private FakeWorker() {}

    /** Gets the engine's class name, the verb and the run folder. */
    public static void main(String[] arguments) throws InterruptedException {
        var run = RunFolder.open(Path.of(arguments[2]));
        System.out.println(
                String.join(" ", arguments[0], arguments[1], "threads")
                        + " "
                        + System.getenv("OMP_NUM_THREADS"));
        var claim = Claim.take(run, Duration.ZERO);
        switch ((int) run.description().seed()) {
            case 1 -> run.status(RunStatus.of(RunState.FINISHED, ""));
            case 2 -> fail(run);
            case 3 -> System.exit(3);
            default -> untilStopped(run);
        }
        claim.close();
    }

    private static boolean asked(RunFolder run) {
        return run.requests().asked().isPresent();
    }

    private static void fail(RunFolder run) {
        run.status(RunStatus.of(RunState.FAILED, "loss is not a number at step 12"));
        System.exit(1);
    }

    private static void untilStopped(RunFolder run) throws InterruptedException {
        var pause = new Thread(() -> run.status(RunStatus.of(RunState.PAUSED, "asked to")));
        Runtime.getRuntime().addShutdownHook(pause);
        run.status(
                new RunStatus(
                        RunState.RUNNING,
                        "adversarial",
                        1,
                        10,
                        9,
                        "",
                        ProcessHandle.current().pid(),
                        Host.name(),
                        Instant.now()));
        Conditions.await("a request", Duration.ofMinutes(2), () -> asked(run));
        run.requests().clear();
        Runtime.getRuntime().removeShutdownHook(pause);
        run.status(run.status().ended(RunState.PAUSED, "asked to"));
    }
}
