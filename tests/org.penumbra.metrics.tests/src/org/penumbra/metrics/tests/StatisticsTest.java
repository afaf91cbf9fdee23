// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

import org.penumbra.metrics.statistics.PairedDifference;
import org.penumbra.metrics.statistics.Summary;

import java.util.List;

class StatisticsTest {
    @Example
    void summarisesByHand() {
        var summary = Summary.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9});
        assertEquals(new Summary(8, 5, Math.sqrt(32.0 / 7)), summary);
    }

    @Property
    void movesAndStretchesWithTheValues(
            @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -100, max = 100) Double> drawn,
            @ForAll @DoubleRange(min = -50, max = 50) double shift) {
        var values = drawn.stream().mapToDouble(v -> v).toArray();
        var moved = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            moved[i] = shift - 2 * values[i];
        }
        var summary = Summary.of(values);
        assertEquals(shift - 2 * summary.mean(), Summary.of(moved).mean(), 1e-9);
        assertEquals(2 * summary.sd(), Summary.of(moved).sd(), 1e-9);
    }

    @Example
    void oneValueHasNoDeviationAndNoneHasNoMean() {
        assertEquals(3, Summary.of(new double[] {3}).mean());
        assertTrue(Double.isNaN(Summary.of(new double[] {3}).sd()));
        assertTrue(Double.isNaN(Summary.of(new double[0]).mean()));
    }

    @Example
    void pairsAreSubtractedInOrder() {
        double[] a = {30, 25, 28};
        double[] b = {29, 23, 25};
        assertEquals(new PairedDifference(3, 2, 1), PairedDifference.of(a, b));
        assertEquals(-2, PairedDifference.of(b, a).mean());
        assertThrows(
                IllegalArgumentException.class, () -> PairedDifference.of(a, new double[] {1}));
    }
}
