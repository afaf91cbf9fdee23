// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.decimate;

import org.penumbra.runs.index.blob.BlobReader;
import org.penumbra.runs.index.blob.BlobWriter;

/**
 * Buckets as bytes: steps as distances from the bucket's first, wall times as distances between the
 * bits of neighbours, values in single precision where that is all they have.
 */
public final class BucketsCodec {
    private static final int FINITE = 1;
    private static final int TWO = 2;
    private static final int ODD = 4;
    private static final int SINGLE = 8;

    private long wallBits;

    private BucketsCodec() {}

    /** Writes buckets. */
    public static void write(Buckets buckets, BlobWriter out) {
        new BucketsCodec().all(buckets, out);
    }

    private void all(Buckets buckets, BlobWriter out) {
        out.whole(buckets.shift).whole(buckets.size);
        long key = 0;
        for (int i = 0; i < buckets.size; i++) {
            out.signed(buckets.keys[i] - key);
            key = buckets.keys[i];
            bucket(buckets, i, out);
        }
        for (int end = 0; buckets.size > 0 && end < 2; end++) {
            point(buckets.ends, end, 0, false, out);
        }
    }

    private void bucket(Buckets buckets, int i, BlobWriter out) {
        int flags = flags(buckets, i);
        long first = buckets.keys[i] << buckets.shift;
        boolean single = (flags & SINGLE) != 0;
        out.whole(flags);
        if ((flags & FINITE) != 0) {
            point(buckets.low, i, first, single, out);
        }
        if ((flags & TWO) != 0) {
            point(buckets.high, i, first, single, out);
        }
        if ((flags & ODD) != 0) {
            point(buckets.odd, i, first, single, out);
        }
    }

    private static int flags(Buckets buckets, int i) {
        boolean finite = !Double.isNaN(buckets.low.value(i));
        boolean two = finite && buckets.low.step(i) != buckets.high.step(i);
        boolean odd = !Double.isFinite(buckets.odd.value(i));
        boolean single =
                single(buckets.low.value(i))
                        && single(buckets.high.value(i))
                        && single(buckets.odd.value(i));
        return (finite ? FINITE : 0) | (two ? TWO : 0) | (odd ? ODD : 0) | (single ? SINGLE : 0);
    }

    private static boolean single(double value) {
        return Double.isNaN(value) || (float) value == value;
    }

    private void point(Points points, int i, long first, boolean single, BlobWriter out) {
        out.signed(points.step(i) - first);
        long bits = Double.doubleToRawLongBits(points.wallTime(i));
        out.signed(bits - wallBits);
        wallBits = bits;
        if (single) {
            out.single((float) points.value(i));
        } else {
            out.number(points.value(i));
        }
    }

    /**
     * Reads buckets.
     *
     * @throws IllegalArgumentException when the bytes are damaged
     */
    public static Buckets read(BlobReader in) {
        return new BucketsCodec().all(in);
    }

    private Buckets all(BlobReader in) {
        var buckets = new Buckets();
        buckets.shift = (int) in.whole();
        int size = in.count();
        if (size > Buckets.MOST) {
            throw new IllegalArgumentException(size + " buckets");
        }
        long key = 0;
        for (int i = 0; i < size; i++) {
            key += in.signed();
            buckets.append(key);
            bucket(buckets, i, in);
        }
        for (int end = 0; size > 0 && end < 2; end++) {
            point(buckets.ends, end, 0, false, in);
        }
        return buckets;
    }

    private void bucket(Buckets buckets, int i, BlobReader in) {
        int flags = (int) in.whole();
        long first = buckets.keys[i] << buckets.shift;
        boolean single = (flags & SINGLE) != 0;
        if ((flags & FINITE) != 0) {
            point(buckets.low, i, first, single, in);
            var low = buckets.low;
            buckets.high.set(i, low.step(i), low.wallTime(i), low.value(i));
        }
        if ((flags & TWO) != 0) {
            point(buckets.high, i, first, single, in);
        }
        if ((flags & ODD) != 0) {
            point(buckets.odd, i, first, single, in);
        }
    }

    private void point(Points points, int i, long first, boolean single, BlobReader in) {
        long step = first + in.signed();
        wallBits += in.signed();
        double value = single ? in.single() : in.number();
        points.set(i, step, Double.longBitsToDouble(wallBits), value);
    }
}
