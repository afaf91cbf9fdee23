// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.penumbra.product.Study;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.testing.TemporaryFolder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One run of each method that nobody disturbed: what every disturbed run has to come to.
 *
 * @param runs the runs folder
 * @param duration how long the two took, side by side
 */
record Reference(RunsFolder runs, Duration duration) {
    /** Steps of both phases, and a checkpoint, an evaluation or images every few of them. */
    static final Object[] SETTINGS = {
        "--set", "resources/threads=1",
        "--set", "resources/checkpointEvery=5",
        "--set", "resources/renderEvery=9",
        "--set", "evaluation/every=8",
        "--set", "variants/*/iterations=20",
        "--set", "variants/*/fineTuning/iterations=16"
    };

    private static final int STEPS = 36;

    private static Reference made;

    /** The run of a variant; all tests of one process share it. */
    static synchronized RunFolder run(String variant) {
        return get().runs().runs().stream()
                .filter(run -> run.description().variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    /** What has to come out. */
    static Outcome outcome(String variant) {
        var outcome = Outcome.of(run(variant));
        assertEquals(STEPS, outcome.step());
        assertTrue(outcome.weights().size() >= 6, outcome.weights()::toString);
        assertTrue(outcome.curves().keySet().containsAll(Set.of("loss/pixel", "eval/psnr")));
        return outcome;
    }

    /** From the start of a worker to its end, about. */
    static synchronized Duration whole() {
        return get().duration();
    }

    private static Reference get() {
        if (made == null) {
            made = make();
        }
        return made;
    }

    private static Reference make() {
        var folder = TemporaryFolder.create();
        Runtime.getRuntime().addShutdownHook(new Thread(folder::close));
        var study = Study.in(folder.path());
        // Builds the product where it is not built: that must not count as a run's time.
        study.penumbra().run("--help").expect(0);
        var start = System.nanoTime();
        study.run(with("--jobs", 2)).expect(0);
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new Reference(RunsFolder.read(study.runs()), took);
    }

    /** The settings of every run here, and what else the test wants. */
    static Object[] with(Object... more) {
        var all = new ArrayList<Object>(List.of(SETTINGS));
        all.addAll(List.of(more));
        return all.toArray();
    }
}
