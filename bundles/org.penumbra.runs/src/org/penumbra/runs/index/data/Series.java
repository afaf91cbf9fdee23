// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.data;

import org.penumbra.runs.events.Point;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Points of a curve by rising step, held as arrays because there may be millions. Immutable. */
public final class Series {
    private final long[] steps;
    private final double[] wallTimes;
    private final double[] values;

    /** Takes over arrays of one length. */
    Series(long[] steps, double[] wallTimes, double[] values) {
        this.steps = steps;
        this.wallTimes = wallTimes;
        this.values = values;
    }

    /** How many points there are. */
    public int size() {
        return steps.length;
    }

    /** The step of a point. */
    public long step(int index) {
        return steps[index];
    }

    /** When a point was written, in seconds since 1970. */
    public double wallTime(int index) {
        return wallTimes[index];
    }

    /** The value of a point; may be NaN or infinite. */
    public double value(int index) {
        return values[index];
    }

    /** One point after another. */
    public Stream<Point> points() {
        return IntStream.range(0, size())
                .mapToObj(i -> new Point(steps[i], values[i], wallTimes[i]));
    }
}
