// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Collects points. Not for several threads at once. */
public final class SeriesBuilder {
    private long[] steps = new long[16];
    private double[] wallTimes = new double[16];
    private double[] values = new double[16];
    private int size;
    private boolean rising = true;

    /** How many points were collected. */
    public int size() {
        return size;
    }

    /** Adds a point. */
    public SeriesBuilder add(long step, double wallTime, double value) {
        if (size == steps.length) {
            grow();
        }
        rising &= size == 0 || step > steps[size - 1];
        steps[size] = step;
        wallTimes[size] = wallTime;
        values[size++] = value;
        return this;
    }

    private void grow() {
        steps = Arrays.copyOf(steps, 2 * size);
        wallTimes = Arrays.copyOf(wallTimes, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
    }

    /** The points by rising step; of several at one step the one that was added last. */
    public Series build() {
        return rising
                ? new Series(
                        Arrays.copyOf(steps, size),
                        Arrays.copyOf(wallTimes, size),
                        Arrays.copyOf(values, size))
                : picked(order());
    }

    private int[] order() {
        var byStep =
                IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparingLong(i -> steps[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return IntStream.range(0, size)
                .filter(i -> i == size - 1 || steps[byStep[i]] != steps[byStep[i + 1]])
                .map(i -> byStep[i])
                .toArray();
    }

    private Series picked(int[] order) {
        return new Series(
                IntStream.of(order).mapToLong(i -> steps[i]).toArray(),
                IntStream.of(order).mapToDouble(i -> wallTimes[i]).toArray(),
                IntStream.of(order).mapToDouble(i -> values[i]).toArray());
    }
}
