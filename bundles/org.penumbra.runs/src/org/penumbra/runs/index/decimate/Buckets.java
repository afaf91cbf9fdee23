// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.decimate;

import org.penumbra.runs.index.data.Series;
import org.penumbra.runs.index.data.SeriesBuilder;

import java.util.Arrays;

/**
 * A curve as the extremes of buckets of steps. A bucket holds the steps with one {@code step >>
 * shift}; buckets without points take no room. When there would be more than {@value #MOST} the
 * width doubles and neighbours merge, so the result depends on the points alone: the width is the
 * least power of two with which they are that few.
 *
 * <p>A bucket keeps its least and its greatest finite value, of equal ones the first, and its first
 * value that is not finite. The curve's first and last points are kept too. Not for several threads
 * at once.
 */
public final class Buckets {
    /** The most buckets. */
    public static final int MOST = 512;

    /** The fewest points that every curve can be shown with. */
    public static final int FEWEST_POINTS = 10;

    private static final int FIRST = 0;
    private static final int LAST = 1;

    int shift;
    int size;
    long[] keys;

    /** Without finite value: NaN. */
    final Points low;

    /** Without finite value: NaN. */
    final Points high;

    /** Without such value: 0. */
    final Points odd;

    /** The first and the last point of the curve. */
    final Points ends;

    /** No points yet. */
    public Buckets() {
        this(new long[4], new Points(4), new Points(4), new Points(4), new Points(2));
    }

    private Buckets(long[] keys, Points low, Points high, Points odd, Points ends) {
        this.keys = keys;
        this.low = low;
        this.high = high;
        this.odd = odd;
        this.ends = ends;
    }

    private Buckets copy() {
        var copy = new Buckets(keys.clone(), low.copy(), high.copy(), odd.copy(), ends.copy());
        copy.shift = shift;
        copy.size = size;
        return copy;
    }

    /** How many steps a bucket holds is 2 to this power. */
    public int shift() {
        return shift;
    }

    /** How many buckets hold points. */
    public int size() {
        return size;
    }

    /**
     * Adds a point.
     *
     * @param step greater than that of the point before
     */
    public void add(long step, double wallTime, double value) {
        if (size == 0) {
            ends.set(FIRST, step, wallTime, value);
        }
        ends.set(LAST, step, wallTime, value);
        if (size == 0 || keys[size - 1] != step >> shift) {
            open(step);
        }
        put(size - 1, step, wallTime, value);
    }

    private void open(long step) {
        while (size == MOST && keys[size - 1] != step >> shift) {
            coarsen();
        }
        if (size == 0 || keys[size - 1] != step >> shift) {
            append(step >> shift);
        }
    }

    void append(long key) {
        if (size == keys.length) {
            grow(Math.min(MOST, 2 * size));
        }
        keys[size] = key;
        low.set(size, 0, 0, Double.NaN);
        high.set(size, 0, 0, Double.NaN);
        odd.set(size, 0, 0, 0);
        size++;
    }

    private void grow(int capacity) {
        keys = Arrays.copyOf(keys, capacity);
        low.grow(capacity);
        high.grow(capacity);
        odd.grow(capacity);
    }

    private void put(int bucket, long step, double wallTime, double value) {
        if (!Double.isFinite(value)) {
            if (Double.isFinite(odd.value(bucket))) {
                odd.set(bucket, step, wallTime, value);
            }
            return;
        }
        // The comparisons are false for NaN, which stands for none yet.
        if (!(value >= low.value(bucket))) {
            low.set(bucket, step, wallTime, value);
        }
        if (!(value <= high.value(bucket))) {
            high.set(bucket, step, wallTime, value);
        }
    }

    private void coarsen() {
        int merged = 0;
        for (int next = 0; next < size; next++) {
            long key = keys[next] >> 1;
            if (merged > 0 && keys[merged - 1] == key) {
                merge(merged - 1, next);
            } else {
                move(next, merged);
                keys[merged++] = key;
            }
        }
        size = merged;
        shift++;
    }

    private void move(int from, int to) {
        low.move(from, to);
        high.move(from, to);
        odd.move(from, to);
    }

    private void merge(int into, int later) {
        if (low.value(later) < low.value(into) || Double.isNaN(low.value(into))) {
            low.move(later, into);
        }
        if (high.value(later) > high.value(into) || Double.isNaN(high.value(into))) {
            high.move(later, into);
        }
        if (Double.isFinite(odd.value(into))) {
            odd.move(later, into);
        }
    }

    /** Where the extremes over all buckets are. */
    public Extremes extremes() {
        var extremes = new Extremes();
        for (int bucket = 0; bucket < size; bucket++) {
            extremes.low(low.step(bucket), low.value(bucket));
            extremes.high(high.step(bucket), high.value(bucket));
        }
        return extremes;
    }

    /** The step of the first point; there must be one. */
    public long firstStep() {
        return ends.step(FIRST);
    }

    /** The step of the last point; there must be one. */
    public long lastStep() {
        return ends.step(LAST);
    }

    /** The last value; there must be one. */
    public double last() {
        return ends.value(LAST);
    }

    /**
     * The kept points, by rising step. With fewer points the buckets are wider, never with gaps.
     *
     * @param most how many points at most, at least {@value #FEWEST_POINTS}
     */
    public Series series(int most) {
        if (most < FEWEST_POINTS) {
            throw new IllegalArgumentException("at least " + FEWEST_POINTS + " points");
        }
        var buckets = this;
        var series = buckets.kept();
        while (series.size() > most) {
            buckets = buckets == this ? copy() : buckets;
            buckets.coarsen();
            series = buckets.kept();
        }
        return series;
    }

    /** A point that is kept for two reasons stands there once. */
    private Series kept() {
        var series = new SeriesBuilder();
        for (int bucket = 0; bucket < size; bucket++) {
            if (!Double.isNaN(low.value(bucket))) {
                low.addTo(series, bucket);
                high.addTo(series, bucket);
            }
            if (!Double.isFinite(odd.value(bucket))) {
                odd.addTo(series, bucket);
            }
        }
        if (size > 0) {
            ends.addTo(series, FIRST);
            ends.addTo(series, LAST);
        }
        return series.build();
    }
}
