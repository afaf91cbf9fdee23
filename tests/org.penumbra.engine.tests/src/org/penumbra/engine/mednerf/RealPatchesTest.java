// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.penumbra.engine.patch.PatchSampler;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.imaging.drr.ViewKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

class RealPatchesTest {
    private static final int VIEWS = 6;

    /** Views of one grey value each, so that a patch tells where it comes from. */
    private static DrrSet greys() {
        var views = new ArrayList<DrrView>();
        for (int i = 0; i < VIEWS; i++) {
            var pixels = new float[16];
            Arrays.fill(pixels, i / 8f);
            views.add(new DrrView(new ViewKey("01", i), 60 * i, pixels));
        }
        return new DrrSet("phantom", 4, views);
    }

    private static RealPatches patches(int batch) {
        return new RealPatches(greys(), new PatchSampler(3, 0.25, 1, 0.0025), batch, 5);
    }

    @Test
    void everyViewComesOncePerRound() {
        var patches = patches(2);
        for (int round = 0; round < 3; round++) {
            var seen = new TreeSet<Integer>();
            for (int i = 0; i < VIEWS / 2; i++) {
                var batch = patches.batch(round * VIEWS / 2 + i);
                seen.add(Math.round(8 * (batch[0] + 1) / 2));
                seen.add(Math.round(8 * (batch[3 * 9] + 1) / 2));
            }
            assertEquals(List.of(0, 1, 2, 3, 4, 5), List.copyOf(seen));
        }
    }

    @Test
    void coloursAreEqualAndIterationsDoNotDependOnEachOther() {
        var batch = patches(4).batch(7);
        assertEquals(4 * 3 * 9, batch.length);
        assertArrayEquals(Arrays.copyOf(batch, 9), Arrays.copyOfRange(batch, 18, 27));
        var other = patches(4);
        other.batch(100);
        assertArrayEquals(batch, other.batch(7));
    }
}
