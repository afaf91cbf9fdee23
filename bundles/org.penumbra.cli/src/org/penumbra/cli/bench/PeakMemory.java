// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.bench;

import org.penumbra.io.InputException;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The most memory that this process has taken. */
final class PeakMemory {
    private static final double MIB = 1 << 20;
    private static final double KIB_PER_MIB = 1024;
    private static final Path STATUS = Path.of("/proc/self/status");

    private PeakMemory() {}

    /** Begins to watch the heap anew. */
    static void reset() {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The heap's peak in MiB since {@link #reset}; what is garbage already counts too. */
    static double heapMib() {
        return pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MIB;
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    /** The peak of resident memory in MiB since the process began; NaN where nobody tells. */
    static double residentMib() {
        if (!Files.exists(STATUS)) {
            return Double.NaN;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .mapToObj(kib -> kib / KIB_PER_MIB)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw InputException.reading(STATUS, e);
        }
    }
}
