// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import java.util.Random;

/**
 * How often something is killed ({@code -Dfaults.kills=30}) and at which random instants ({@code
 * -Dfaults.seed=1}). The seed is printed: with it the same instants come again, as far as processes
 * keep to them.
 */
final class Chance {
    private static final int FEW = 3;
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime() % 1_000_000);

    static {
        System.out.printf("faults.kills=%d faults.seed=%d%n", kills(), SEED);
    }

    private Chance() {}

    /** How many kills each test does. */
    static int kills() {
        return Integer.getInteger("faults.kills", FEW);
    }

    /** The random numbers of one test, whatever the others draw. */
    static Random of(String purpose) {
        return new Random(SEED * 31 + purpose.hashCode());
    }
}
