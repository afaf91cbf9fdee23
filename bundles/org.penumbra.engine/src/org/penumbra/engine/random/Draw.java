// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.random;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The random numbers of one purpose at one step of one seed. The same draw always gives the same
 * numbers; a longer request begins with the shorter one's numbers.
 *
 * @param seed the run's seed
 * @param purpose what the numbers are for, such as {@code "camera"}; different purposes are
 *     independent
 * @param step the training step
 */
public record Draw(long seed, String purpose, long step) {
    private static final int WORDS = 4;

    /**
     * A draw for one part of this purpose, such as one image of the batch.
     *
     * @param index the part
     * @return an independent draw
     */
    public Draw part(int index) {
        return new Draw(seed, purpose + "/" + index, step);
    }

    /**
     * Uniform numbers.
     *
     * @param count how many
     * @return multiples of 2⁻²⁴ in [0, 1)
     */
    public float[] uniform(int count) {
        var bits = words(count);
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (bits[i] >>> 8) * 0x1p-24f;
        }
        return numbers;
    }

    /**
     * Uniform numbers in an interval.
     *
     * @param count how many
     * @param low lower end, included
     * @param high upper end
     * @return numbers between the two
     */
    public float[] uniform(int count, double low, double high) {
        var numbers = uniform(count);
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (low + (high - low) * numbers[i]);
        }
        return numbers;
    }

    /**
     * Standard normal numbers by the Box-Muller transform.
     *
     * @param count how many
     * @return numbers of mean 0 and variance 1
     */
    public float[] normal(int count) {
        var bits = words(count + (count & 1));
        var numbers = new float[count];
        for (int i = 0; i < count; i += 2) {
            // StrictMath: the same bits on every machine.
            double radius = StrictMath.sqrt(-2 * StrictMath.log(openUnit(bits[i])));
            double angle = 2 * StrictMath.PI * openUnit(bits[i + 1]);
            numbers[i] = (float) (radius * StrictMath.cos(angle));
            if (i + 1 < count) {
                numbers[i + 1] = (float) (radius * StrictMath.sin(angle));
            }
        }
        return numbers;
    }

    /**
     * Uniform integers (Lemire's multiplication; the bias is below bound / 2³²).
     *
     * @param count how many
     * @param bound above the greatest
     * @return integers in [0, bound)
     */
    public int[] integers(int count, int bound) {
        var numbers = words(count);
        for (int i = 0; i < count; i++) {
            numbers[i] = (int) (((numbers[i] & 0xFFFFFFFFL) * bound) >>> 32);
        }
        return numbers;
    }

    /**
     * A random order (Fisher-Yates).
     *
     * @param count how many
     * @return 0 to count − 1, each once
     */
    public int[] permutation(int count) {
        var bits = words(count);
        var order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = (int) (((bits[i] & 0xFFFFFFFFL) * (i + 1)) >>> 32);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static double openUnit(int bits) {
        return ((bits & 0xFFFFFFFFL) + 0.5) * 0x1p-32;
    }

    private int[] words(int count) {
        var words = new int[count];
        var block = new int[WORDS];
        int lane = hash(purpose);
        for (int i = 0; i < count; i += WORDS) {
            block[0] = i / WORDS;
            block[1] = lane;
            block[2] = (int) step;
            block[3] = (int) (step >>> 32);
            Philox.block(block, (int) seed, (int) (seed >>> 32));
            System.arraycopy(block, 0, words, i, Math.min(WORDS, count - i));
        }
        return words;
    }

    /** FNV-1a, 32 bits. */
    private static int hash(String text) {
        int hash = 0x811C9DC5;
        for (byte b : text.getBytes(UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x01000193;
        }
        return hash;
    }
}
