// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The laws of the draws, and that they depend on their key alone. */
class DrawTest {
    private static final int MANY = 100_000;

    @Property(tries = 200)
    void aShorterDrawBeginsALongerOne(
            @ForAll long seed,
            @ForAll @LongRange(min = 0, max = 1L << 40) long step,
            @ForAll @IntRange(min = 1, max = 50) int count) {
        var draw = new Draw(seed, "purpose", step);
        assertArrayEquals(draw.uniform(count), Arrays.copyOf(draw.uniform(100), count));
        assertArrayEquals(draw.normal(count), Arrays.copyOf(draw.normal(100), count));
        assertArrayEquals(draw.integers(count, 9), Arrays.copyOf(draw.integers(100, 9), count));
    }

    @Property(tries = 200)
    void aPermutationHasEachNumberOnce(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int count) {
        var order = new Draw(seed, "order", 3).permutation(count);
        Arrays.sort(order);
        assertArrayEquals(IntStream.range(0, count).toArray(), order);
    }

    @Property(tries = 200)
    void anotherKeyGivesOtherNumbers(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = 1L << 40) long step) {
        var draw = new Draw(seed, "code", step);
        assertDiffers(draw, new Draw(seed + 1, "code", step));
        assertDiffers(draw, new Draw(seed ^ (1L << 50), "code", step));
        assertDiffers(draw, new Draw(seed, "pose", step));
        assertDiffers(draw, new Draw(seed, "code", step + 1));
        assertDiffers(draw, draw.part(0));
        assertDiffers(draw.part(0), draw.part(1));
    }

    @Property(tries = 200)
    void integersStayBelowTheirBound(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int bound) {
        for (int number : new Draw(seed, "index", 0).integers(20, bound)) {
            assertTrue(0 <= number && number < bound);
        }
    }

    @Test
    void uniformNumbersFillTheUnitInterval() {
        var numbers = new Draw(7, "uniform", 0).uniform(MANY);
        assertEquals(0.5, mean(numbers, 1), 0.005);
        assertEquals(1.0 / 3, mean(numbers, 2), 0.005);
        for (float number : numbers) {
            assertTrue(0 <= number && number < 1);
        }
    }

    @Test
    void normalNumbersHaveTheNormalMoments() {
        var numbers = new Draw(7, "normal", 0).normal(MANY);
        assertEquals(0, mean(numbers, 1), 0.02);
        assertEquals(1, mean(numbers, 2), 0.03);
        assertEquals(0, mean(numbers, 3), 0.08);
        assertEquals(3, mean(numbers, 4), 0.2);
    }

    private static double mean(float[] numbers, int power) {
        double sum = 0;
        for (float number : numbers) {
            sum += Math.pow(number, power);
        }
        return sum / numbers.length;
    }

    private static void assertDiffers(Draw one, Draw other) {
        assertFalse(Arrays.equals(one.uniform(4), other.uniform(4)));
    }
}
