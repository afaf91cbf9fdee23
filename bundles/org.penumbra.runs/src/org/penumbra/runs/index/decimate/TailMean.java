// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.decimate;

import org.penumbra.runs.index.blob.BlobReader;
import org.penumbra.runs.index.blob.BlobWriter;

/**
 * The mean of the last tenth of a curve in one pass and bounded memory. Points are summed in at
 * most {@value #MOST} blocks of equal numbers of points; the mean is over the fewest blocks from
 * the end that hold a tenth of all points. It is exact up to {@value #MOST} points and otherwise
 * takes in up to one block more, which is at most a thirty-second of the curve.
 */
public final class TailMean {
    /** The most blocks. */
    public static final int MOST = 64;

    private static final int TENTH = 10;

    private final double[] sums = new double[MOST];
    private final long[] finite = new long[MOST];
    private int shift;
    private int size;
    private long count;

    /** Adds a value; those that are not finite count as points and not in the mean. */
    public void add(double value) {
        if (count == (long) size << shift) {
            open();
        }
        count++;
        if (Double.isFinite(value)) {
            sums[size - 1] += value;
            finite[size - 1]++;
        }
    }

    private void open() {
        if (size == MOST) {
            coarsen();
        }
        sums[size] = 0;
        finite[size++] = 0;
    }

    private void coarsen() {
        for (int i = 0; i < MOST / 2; i++) {
            sums[i] = sums[2 * i] + sums[2 * i + 1];
            finite[i] = finite[2 * i] + finite[2 * i + 1];
        }
        size = MOST / 2;
        shift++;
    }

    /** The mean; NaN when none of these points is finite. */
    public double mean() {
        long wanted = (count + TENTH - 1) / TENTH;
        double sum = 0;
        long values = 0;
        for (int i = size - 1; i >= 0 && count - ((long) (i + 1) << shift) < wanted; i--) {
            sum += sums[i];
            values += finite[i];
        }
        return values == 0 ? Double.NaN : sum / values;
    }

    /** Writes the blocks. */
    public void write(BlobWriter out) {
        out.whole(shift).whole(count).whole(size);
        for (int i = 0; i < size; i++) {
            out.number(sums[i]).whole(finite[i]);
        }
    }

    /**
     * Reads blocks.
     *
     * @throws IllegalArgumentException when the bytes are damaged
     */
    public static TailMean read(BlobReader in) {
        var tail = new TailMean();
        tail.shift = (int) in.whole();
        tail.count = in.whole();
        tail.size = in.count();
        if (tail.size > MOST) {
            throw new IllegalArgumentException(tail.size + " blocks");
        }
        for (int i = 0; i < tail.size; i++) {
            tail.sums[i] = in.number();
            tail.finite[i] = in.whole();
        }
        return tail;
    }
}
