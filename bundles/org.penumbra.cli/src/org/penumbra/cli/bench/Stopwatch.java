// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.bench;

import java.time.Duration;

/** Measures one thing after another. */
final class Stopwatch {
    private static final double NANOS = 1e9;

    private long start = System.nanoTime();

    /** Seconds since the beginning or the last lap. */
    double lap() {
        long now = System.nanoTime();
        double seconds = (now - start) / NANOS;
        start = now;
        return seconds;
    }

    /** Seconds that this process has computed so far, on all cores together; NaN where unknown. */
    static double cpu() {
        var used = ProcessHandle.current().info().totalCpuDuration();
        return used.map(Duration::toNanos).map(nanos -> nanos / NANOS).orElse(Double.NaN);
    }
}
