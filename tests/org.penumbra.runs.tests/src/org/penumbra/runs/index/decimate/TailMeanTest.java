// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.decimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.penumbra.runs.index.blob.BlobReader;
import org.penumbra.runs.index.blob.BlobWriter;

class TailMeanTest {
    @Test
    void noPointsHaveNoMean() {
        assertEquals(Double.NaN, new TailMean().mean());
        var tail = new TailMean();
        tail.add(Double.NaN);
        assertEquals(Double.NaN, tail.mean());
    }

    @Property
    void aShortCurveHasTheMeanOfItsLastTenth(@ForAll @IntRange(min = 1, max = 64) int count) {
        int tenth = (count + 9) / 10;
        // The values are 1 to count, so the last tenth has the mean of its ends.
        assertEquals((count - tenth + 1 + count) / 2.0, risingTo(count).mean(), 1e-9);
    }

    @Property
    void aLongCurveTakesInAThirtySecondMoreAtMost(
            @ForAll @IntRange(min = 65, max = 20_000) int count) {
        double points = 1 + 2 * (count - risingTo(count).mean());
        assertTrue(points >= count / 10.0 - 1e-6, points + " of " + count);
        assertTrue(points <= count / 10.0 + count / 32.0 + 1, points + " of " + count);
    }

    @Property(tries = 50)
    void bytesKeepEverything(@ForAll @IntRange(min = 0, max = 5_000) int count) {
        var tail = risingTo(count);
        var out = new BlobWriter();
        tail.write(out);
        var again = TailMean.read(new BlobReader(out.toBytes()));
        for (int i = 0; i < 200; i++) {
            tail.add(i);
            again.add(i);
            assertEquals(tail.mean(), again.mean());
        }
    }

    private static TailMean risingTo(int count) {
        var tail = new TailMean();
        for (int i = 1; i <= count; i++) {
            tail.add(i);
        }
        return tail;
    }
}
