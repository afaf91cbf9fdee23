// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import org.penumbra.runs.folder.RunFolder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** When a worker is killed. */
enum Moment {
    /** At any time between its start and its end. */
    ANY {
        @Override
        BooleanSupplier of(RunFolder run, Random random, Duration whole) {
            return after(random.nextLong(whole.toNanos()));
        }
    },

    /** While it writes a checkpoint; what a killed one left half written does not count. */
    SAVING {
        @Override
        BooleanSupplier of(RunFolder run, Random random, Duration whole) {
            var checkpoints = run.path().resolve("checkpoints");
            var before = names(checkpoints, HALF_WRITTEN);
            return () -> !before.containsAll(names(checkpoints, HALF_WRITTEN));
        }
    },

    /** Behind its last checkpoint: while it evaluates, writes results, ends. */
    EVALUATING {
        @Override
        BooleanSupplier of(RunFolder run, Random random, Duration whole) {
            var started = started(run);
            var last = lastCheckpoint(run);
            var pause = random.nextLong(EVALUATION);
            return then(() -> Files.exists(last) && started.getAsBoolean(), pause);
        }
    };

    private static final String HALF_WRITTEN = ".step-*.tmp";

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

    /** So long after a condition was first met. */
    private static BooleanSupplier then(BooleanSupplier condition, long nanos) {
        return new BooleanSupplier() {
            private BooleanSupplier later;

            @Override
            public boolean getAsBoolean() {
                if (later == null && condition.getAsBoolean()) {
                    later = after(nanos);
                }
                return later != null && later.getAsBoolean();
            }
        };
    }

    /** Whether the worker's own attempt has taken up the training. */
    private static BooleanSupplier started(RunFolder run) {
        int before = run.attempts().size();
        return () -> {
            var attempts = run.attempts();
            return attempts.size() > before && !attempts.getLast().events().isEmpty();
        };
    }

    private static Path lastCheckpoint(RunFolder run) {
        long steps = Reference.run(run.description().variant()).status().step();
        return run.path().resolve("checkpoints/step-%06d".formatted(steps));
    }

    private static Set<Path> names(Path folder, String names) {
        try (var found = Files.newDirectoryStream(folder, names)) {
            return StreamSupport.stream(found.spliterator(), false).collect(Collectors.toSet());
        } catch (IOException | DirectoryIteratorException e) {
            return Set.of();
        }
    }
}
