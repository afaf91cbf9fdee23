// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.statistics;

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
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Summary(
                values.length,
                values.length == 0 ? Double.NaN : mean,
                values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
    }
}
