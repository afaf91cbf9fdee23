// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.doctor;

/** Arrays of numbers side by side. */
final class Comparison {
    private Comparison() {}

    /**
     * Compares by the largest difference beside the largest number.
     *
     * @param check the name of the finding
     * @param theirs the numbers that must come out
     * @param ours those that came out
     * @param tolerance the largest relative difference that is fine
     */
    static Finding of(String check, float[] theirs, float[] ours, double tolerance) {
        if (theirs.length != ours.length) {
            return new Finding(
                    check, false, theirs.length + " numbers expected, not " + ours.length);
        }
        double worst = 0;
        double largest = Float.MIN_NORMAL;
        for (int i = 0; i < theirs.length; i++) {
            // Written so that a NaN counts as the worst.
            var difference = Math.abs((double) theirs[i] - ours[i]);
            worst = difference <= worst ? worst : difference;
            largest = Math.max(largest, Math.abs(theirs[i]));
        }
        var error = worst / largest;
        return new Finding(check, error <= tolerance, "relative error %.1e".formatted(error));
    }
}
