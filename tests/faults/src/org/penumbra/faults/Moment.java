// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import org.penumbra.runs.folder.RunFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** When a worker is killed. */
enum Moment {
    /** At any time between its start and its end. */
    ANY {
        @Override
        BooleanSupplier of(RunFolder run, Random random, Duration whole) {
            return after(random.nextLong(whole.toNanos()));
        }
    },

    /** While it writes a checkpoint. */
    SAVING {
        @Override
        BooleanSupplier of(RunFolder run, Random random, Duration whole) {
            var checkpoints = run.path().resolve("checkpoints");
            return () -> holds(checkpoints, ".step-*.tmp");
        }
    },

    /** Behind its last checkpoint: while it evaluates, writes results, ends. */
    EVALUATING {
        @Override
        BooleanSupplier of(RunFolder run, Random random, Duration whole) {
            var last =
                    "step-%06d"
                            .formatted(Reference.run(run.description().variant()).status().step());
            var checkpoints = run.path().resolve("checkpoints");
            var pause = random.nextLong(EVALUATION);
            return new BooleanSupplier() {
                private BooleanSupplier later;

                @Override
                public boolean getAsBoolean() {
                    if (later == null && holds(checkpoints, last)) {
                        later = after(pause);
                    }
                    return later != null && later.getAsBoolean();
                }
            };
        }
    };

    private static final long EVALUATION = 100_000_000;

    /**
     * Begins to wait for a moment in the life of the worker that is started now.
     *
     * @param whole how long such a life takes
     */
    abstract BooleanSupplier of(RunFolder run, Random random, Duration whole);

    private static BooleanSupplier after(long nanos) {
        var start = System.nanoTime();
        return () -> System.nanoTime() - start >= nanos;
    }

    private static boolean holds(Path folder, String names) {
        try (var found = Files.newDirectoryStream(folder, names)) {
            return found.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}
