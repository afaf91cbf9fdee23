// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.statistics;

import java.util.Arrays;

/**
 * Several runs' values in brief.
 *
 * @param n how many
 * @param mean their mean; NaN for none
 * @param sd their sample standard deviation (divided by n - 1); NaN for fewer than two
 */
public record Summary(int n, double mean, double sd) {

    /** Summarises values in any order. */
    public static Summary of(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double sd = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
        return new Summary(values.length, mean, sd);
    }
}
