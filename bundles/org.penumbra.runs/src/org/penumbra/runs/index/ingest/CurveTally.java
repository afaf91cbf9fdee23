// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.ingest;

import org.penumbra.runs.index.blob.BlobReader;
import org.penumbra.runs.index.blob.BlobWriter;
import org.penumbra.runs.index.data.CurveSummary;
import org.penumbra.runs.index.decimate.Buckets;
import org.penumbra.runs.index.decimate.BucketsCodec;
import org.penumbra.runs.index.decimate.TailMean;

/** All that the index knows about one curve, from its points by rising step. */
public final class CurveTally {
    private final Buckets buckets;
    private final TailMean tail;
    private long count;
    private long lastStep;
    private double lastFinite = Double.NaN;
    private double firstWallTime = Double.POSITIVE_INFINITY;
    private double lastWallTime = Double.NEGATIVE_INFINITY;

    /** A curve without points. */
    public CurveTally() {
        this(new Buckets(), new TailMean());
    }

    private CurveTally(Buckets buckets, TailMean tail) {
        this.buckets = buckets;
        this.tail = tail;
    }

    /** How many points there are. */
    public long count() {
        return count;
    }

    /** The decimated curve. */
    public Buckets buckets() {
        return buckets;
    }

    /**
     * Adds a point.
     *
     * @return false, and nothing was added, when its step is not greater than the last one
     */
    public boolean add(long step, double wallTime, double value) {
        if (count > 0 && step <= lastStep) {
            return false;
        }
        count++;
        lastStep = step;
        lastFinite = Double.isFinite(value) ? value : lastFinite;
        firstWallTime = Math.min(firstWallTime, wallTime);
        lastWallTime = Math.max(lastWallTime, wallTime);
        buckets.add(step, wallTime, value);
        tail.add(value);
        return true;
    }

    /** The step of the last point. */
    long lastStep() {
        return lastStep;
    }

    /** The curve in a few numbers; there must be a point. */
    public CurveSummary summary(String run, String tag) {
        var extremes = buckets.extremes();
        return new CurveSummary(
                run,
                tag,
                count,
                buckets.firstStep(),
                lastStep,
                buckets.last(),
                lastFinite,
                extremes.min(),
                extremes.minStep(),
                extremes.max(),
                extremes.maxStep(),
                tail.mean(),
                firstWallTime,
                lastWallTime);
    }

    /** Everything, so that later points can be added. */
    public byte[] toBytes() {
        var out = new BlobWriter().whole(count).number(lastFinite);
        out.number(firstWallTime).number(lastWallTime);
        tail.write(out);
        BucketsCodec.write(buckets, out);
        return out.toBytes();
    }

    /**
     * The inverse of {@link #toBytes}.
     *
     * @throws IllegalArgumentException when the bytes are damaged
     */
    public static CurveTally of(byte[] bytes) {
        var in = new BlobReader(bytes);
        long count = in.whole();
        double lastFinite = in.number();
        double firstWallTime = in.number();
        double lastWallTime = in.number();
        var tail = TailMean.read(in);
        var tally = new CurveTally(BucketsCodec.read(in), tail);
        tally.count = count;
        tally.lastStep = count > 0 ? tally.buckets.lastStep() : 0;
        tally.lastFinite = lastFinite;
        tally.firstWallTime = firstWallTime;
        tally.lastWallTime = lastWallTime;
        return tally;
    }
}
