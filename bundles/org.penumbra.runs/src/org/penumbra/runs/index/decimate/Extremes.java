// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.decimate;

/** The least and the greatest finite value of a curve and where they are first reached. */
public final class Extremes {
    private double min = Double.NaN;
    private double max = Double.NaN;
    private long minStep;
    private long maxStep;

    void low(long step, double value) {
        if (value < min || Double.isNaN(min) && !Double.isNaN(value)) {
            min = value;
            minStep = step;
        }
    }

    void high(long step, double value) {
        if (value > max || Double.isNaN(max) && !Double.isNaN(value)) {
            max = value;
            maxStep = step;
        }
    }

    /** The least value; NaN when there is none. */
    public double min() {
        return min;
    }

    /** The greatest value; NaN when there is none. */
    public double max() {
        return max;
    }

    /** Where the least value is; 0 when there is none. */
    public long minStep() {
        return minStep;
    }

    /** Where the greatest value is; 0 when there is none. */
    public long maxStep() {
        return maxStep;
    }
}
