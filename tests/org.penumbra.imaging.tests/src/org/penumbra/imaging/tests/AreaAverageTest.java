// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.penumbra.imaging.resample.AreaAverage;

import java.util.Random;

class AreaAverageTest {
    @Property(tries = 200)
    void keepsTheMean(
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 40) int asked,
            @ForAll long seed) {
        int newSize = Math.min(size, asked);
        var pixels = new float[size * size];
        var random = new Random(seed);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        var resized = AreaAverage.resize(pixels, size, newSize);
        assertEquals(newSize * newSize, resized.length);
        assertEquals(mean(pixels), mean(resized), 1e-5);
    }

    private static double mean(float[] pixels) {
        double sum = 0;
        for (float pixel : pixels) {
            sum += pixel;
        }
        return sum / pixels.length;
    }

    @Example
    void sharesPixelsThatLieInTwo() {
        float[] three = {0, 3, 6, 0, 3, 6, 9, 9, 9};
        // Columns 0 and half of 1: (0 + 3 / 2) / 1.5 = 1; half of 1 and 2: 5. Rows likewise.
        assertArrayEquals(
                new float[] {1, 5, 19f / 3, 23f / 3}, AreaAverage.resize(three, 3, 2), 1e-5f);
    }

    @Example
    void doesNotEnlarge() {
        assertThrows(IllegalArgumentException.class, () -> AreaAverage.resize(new float[4], 2, 3));
    }
}
