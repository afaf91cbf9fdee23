// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.statistics;

/**
 * The differences of values that belong together, such as two variants' runs with the same seed.
 *
 * @param n pairs
 * @param mean mean of a - b; NaN for none
 * @param sd sample standard deviation of a - b; NaN for fewer than two pairs
 */
public record PairedDifference(int n, double mean, double sd) {

    /**
     * Subtracts pair by pair: {@code a[i] - b[i]}.
     *
     * @throws IllegalArgumentException when the lengths differ
     */
    public static PairedDifference of(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "%d and %d values are not pairs".formatted(a.length, b.length));
        }
        var differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        var summary = Summary.of(differences);
        return new PairedDifference(summary.n(), summary.mean(), summary.sd());
    }
}
