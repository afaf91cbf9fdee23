// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.bench;

import org.penumbra.io.InputException;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** How much {@code bench index} writes and reads, and where. */
public final class IndexBenchSize {
    private static final long BYTES_PER_SCALAR = 29;
    private static final long BYTES_PER_EVENT = 34;
    private static final long INDEX_BYTES_PER_CURVE = 12_000;
    private static final long BYTES_PER_RUN = 32_000;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1000",
            description = "index: how many runs (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--scalars",
            paramLabel = "N",
            defaultValue = "10",
            description = "index: how many scalars per step (default: ${DEFAULT-VALUE}).")
    private int scalars;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "10000",
            description = "index: how many steps per run (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "index: a new folder in which runs and index are kept.")
    private Path keep;

    int runs() {
        return runs;
    }

    int scalars() {
        return scalars;
    }

    int steps() {
        return steps;
    }

    Optional<Path> keep() {
        return Optional.ofNullable(keep);
    }

    /** Refuses what is nothing. */
    void check() {
        if (runs < 1 || scalars < 1 || steps < 1) {
            throw new InputException("--runs, --scalars and --steps must be at least 1");
        }
    }

    /** How many bytes the logs and the index take, rather too many than too few. */
    double bytes() {
        double perRun =
                (double) steps * (scalars * BYTES_PER_SCALAR + BYTES_PER_EVENT)
                        + (double) scalars * INDEX_BYTES_PER_CURVE
                        + BYTES_PER_RUN;
        return runs * perRun;
    }
}
