// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;

/** The memory reading sees what is kept and not what is let go. */
class ResidentGrowthTest {
    private static final int SIZE = 16 << 20;

    @Test
    void keptMemoryShowsAndFreedMemoryDoesNot() {
        double flat = ResidentGrowth.percent(60, step -> touchAndFree());
        var kept = new ArrayList<MemorySegment>();
        try (var arena = Arena.ofConfined()) {
            double growing = ResidentGrowth.percent(60, step -> kept.add(touched(arena)));
            // From the first to the last quarter of the readings some forty steps pass.
            double share = 100.0 * 40 * SIZE / 1024 / ResidentGrowth.residentKib();
            assertTrue(growing > share / 3, "growing " + growing + " of " + share);
        }
        // It may fall: what earlier tests of this process took is given back at some time.
        assertTrue(flat < 5, "flat " + flat);
    }

    private static void touchAndFree() {
        try (var arena = Arena.ofConfined()) {
            touched(arena);
        }
    }

    private static MemorySegment touched(Arena arena) {
        return arena.allocate(SIZE).fill((byte) 1);
    }
}
