// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the process's resident memory grows while a step repeats. Java garbage is collected
 * before each reading, so that what is seen is kept memory.
 */
public final class ResidentGrowth {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int READINGS = 20;

    private ResidentGrowth() {}

    /** One training step. */
    @FunctionalInterface
    public interface Step {
        /**
         * Does the step.
         *
         * @param number counted from 1
         */
        void run(long number);
    }

    /**
     * Repeats a step and compares memory late with memory early.
     *
     * @param iterations how often, at least 20
     * @param step what is repeated
     * @return growth in percent from the first to the last quarter of the readings after the first
     *     tenth, which is warm-up
     */
    public static double percent(int iterations, Step step) {
        var readings = new ArrayList<Double>();
        int every = Math.max(1, iterations / READINGS);
        for (int i = 1; i <= iterations; i++) {
            step.run(i);
            if (i % every == 0 && i > iterations / 10) {
                System.gc();
                readings.add((double) residentKib());
            }
        }
        int quarter = Math.max(1, readings.size() / 4);
        double early = mean(readings.subList(0, quarter));
        double late = mean(readings.subList(readings.size() - quarter, readings.size()));
        return 100 * (late - early) / early;
    }

    /**
     * The resident set of this process.
     *
     * @return KiB; where the system does not tell (other than Linux), the Java heap in use
     */
    public static long residentKib() {
        if (!Files.exists(STATUS)) {
            var runtime = Runtime.getRuntime();
            return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
