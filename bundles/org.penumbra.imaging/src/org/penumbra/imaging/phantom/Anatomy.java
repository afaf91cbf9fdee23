// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

import java.util.SplittableRandom;

/**
 * One instance's deviations from the mean anatomy. Every deviation has a name, and its value
 * depends on phantom, instance and name alone, so that a new part changes no other.
 */
final class Anatomy {
    private final String phantom;
    private final int instance;

    Anatomy(String phantom, int instance) {
        this.phantom = phantom;
        this.instance = instance;
    }

    String phantom() {
        return phantom;
    }

    /** Evenly distributed in [-spread, spread]. */
    double offset(String name, double spread) {
        return spread * (2 * draws(name).nextDouble() - 1);
    }

    /** A factor in [1 - spread, 1 + spread]. */
    double factor(String name, double spread) {
        return 1 + offset(name, spread);
    }

    /** Either 1 or -1: a left or a right limb. */
    int side() {
        return instance % 2 == 0 ? -1 : 1;
    }

    /** Whether this is the textbook's body. */
    boolean isFirst() {
        return instance == 1;
    }

    /** As many draws as a texture needs. */
    SplittableRandom draws(String name) {
        var seed = (phantom + "/" + instance + "/" + name).hashCode();
        // The first values of near seeds resemble each other less after one split.
        return new SplittableRandom(0x9E3779B97F4A7C15L * seed).split();
    }
}
