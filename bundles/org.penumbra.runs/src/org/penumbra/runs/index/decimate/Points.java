// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.decimate;

import org.penumbra.runs.index.data.SeriesBuilder;

import java.util.Arrays;

/** One point per bucket. */
final class Points {
    private long[] steps;
    private double[] wallTimes;
    private double[] values;

    Points(int capacity) {
        steps = new long[capacity];
        wallTimes = new double[capacity];
        values = new double[capacity];
    }

    void grow(int capacity) {
        steps = Arrays.copyOf(steps, capacity);
        wallTimes = Arrays.copyOf(wallTimes, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    Points copy() {
        var copy = new Points(0);
        copy.steps = steps.clone();
        copy.wallTimes = wallTimes.clone();
        copy.values = values.clone();
        return copy;
    }

    void set(int index, long step, double wallTime, double value) {
        steps[index] = step;
        wallTimes[index] = wallTime;
        values[index] = value;
    }

    void move(int from, int to) {
        set(to, steps[from], wallTimes[from], values[from]);
    }

    long step(int index) {
        return steps[index];
    }

    double wallTime(int index) {
        return wallTimes[index];
    }

    double value(int index) {
        return values[index];
    }

    void addTo(SeriesBuilder series, int index) {
        series.add(steps[index], wallTimes[index], values[index]);
    }
}
