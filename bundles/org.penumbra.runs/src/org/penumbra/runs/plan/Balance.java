// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * How evenly chosen combinations use single levels and pairs of levels: the sum of the squared
 * numbers of uses, which is least when all are equal.
 */
final class Balance {
    private final Grid grid;
    private final Map<Long, Integer> uses = new HashMap<>();
    private long cost;

    Balance(Grid grid) {
        this.grid = grid;
    }

    long cost() {
        return cost;
    }

    void add(int number) {
        change(number, 1);
    }

    void remove(int number) {
        change(number, -1);
    }

    /** What adding a combination would cost. */
    long costWith(int number) {
        add(number);
        long with = cost;
        remove(number);
        return with;
    }

    private void change(int number, int by) {
        var digits = grid.digits(number);
        for (int a = 0; a < digits.length; a++) {
            use(key(a, digits[a], a, digits[a]), by);
            for (int b = a + 1; b < digits.length; b++) {
                use(key(a, digits[a], b, digits[b]), by);
            }
        }
    }

    private void use(long key, int by) {
        int before = uses.getOrDefault(key, 0);
        int after = before + by;
        cost += (long) after * after - (long) before * before;
        uses.put(key, after);
    }

    /** Two factors of 12 bits each and their levels of 20, more than any grid has. */
    private static long key(int factorA, int levelA, int factorB, int levelB) {
        return ((((long) factorA << 12 | factorB) << 20) | levelA) << 20 | levelB;
    }
}
