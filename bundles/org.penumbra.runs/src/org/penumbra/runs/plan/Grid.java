// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import org.penumbra.io.InputException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All combinations of levels, numbered as a number with one digit per factor; the last factor's
 * digit changes fastest.
 */
final class Grid {
    private static final int LARGEST = 100_000;

    private final List<FactorLevels> factors;
    private final int size;

    Grid(List<FactorLevels> factors) {
        this.factors = factors;
        long product = 1;
        for (var factor : factors) {
            product *= factor.levels().size();
            if (product > LARGEST) {
                throw new InputException(
                        "The ablation has more than %d combinations of levels: leave out factors or levels, or set ablation/strategy to one_factor_at_a_time"
                                .formatted(LARGEST));
            }
        }
        size = (int) product;
    }

    int size() {
        return size;
    }

    /** One level per factor. */
    int[] digits(int number) {
        var digits = new int[factors.size()];
        int rest = number;
        for (int i = digits.length - 1; i >= 0; i--) {
            int radix = factors.get(i).levels().size();
            digits[i] = rest % radix;
            rest /= radix;
        }
        return digits;
    }

    Map<String, String> levels(int number) {
        var digits = digits(number);
        var levels = new LinkedHashMap<String, String>();
        IntStream.range(0, digits.length)
                .forEach(
                        i ->
                                levels.put(
                                        factors.get(i).path(),
                                        factors.get(i).levels().get(digits[i])));
        return levels;
    }
}
