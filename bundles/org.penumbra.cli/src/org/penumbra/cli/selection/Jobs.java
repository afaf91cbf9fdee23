// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.selection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many runs this machine carries at a time. */
public final class Jobs {
    private static final Path NVIDIA = Path.of("/proc/driver/nvidia/version");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final long MEMORY_OF_A_RUN = 2L << 30;

    private Jobs() {}

    /**
     * As many as there are cores for, where the run says how many threads it takes, and memory; one
     * where a run takes all cores or a GPU.
     *
     * @param device where it works
     * @param threads what it takes; 0 for all
     */
    public static int fitting(String device, int threads) {
        boolean gpu = !device.equals("cpu") && Files.exists(NVIDIA);
        if (gpu || threads < 1) {
            return 1;
        }
        int cores = Runtime.getRuntime().availableProcessors() / threads;
        return (int) Math.clamp(memory() / MEMORY_OF_A_RUN, 1, Math.max(1, cores));
    }

    /** The machine's memory in bytes, where the system tells it in a file. */
    private static long memory() {
        try (var lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
