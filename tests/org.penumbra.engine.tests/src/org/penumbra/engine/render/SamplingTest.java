// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.penumbra.engine.camera.Rays;
import org.penumbra.engine.random.Draw;

/** Depths along rays and the fading noise. */
class SamplingTest {
    private static final Rays TWO = new Rays(new float[6], new float[6], 2, 4);

    @Test
    void evenDepthsIncludeBothEnds() {
        assertArrayEquals(new float[] {2, 3, 4, 2, 3, 4}, Sampling.even(TWO, 3), 1e-6f);
    }

    @Property(tries = 200)
    void stratifiedDepthsKeepWithinTheirStrata(@ForAll long seed) {
        var depths = Sampling.stratified(TWO, 5, new Draw(seed, "depth", 0));
        float[] edges = {2, 2.25f, 2.75f, 3.25f, 3.75f, 4};
        for (int i = 0; i < depths.length; i++) {
            assertTrue(edges[i % 5] <= depths[i] && depths[i] <= edges[i % 5 + 1]);
        }
    }

    @Test
    void theNoiseFadesLinearly() {
        var noise = new DensityNoise(1, 5000);
        assertEquals(1, noise.at(0));
        assertEquals(0.5, noise.at(2500), 1e-12);
        assertEquals(0, noise.at(5000));
        assertEquals(0, noise.at(90_000));
        assertEquals(0, noise.draw(10, new Draw(1, "noise", 5000)).length);
        var half = noise.draw(3, new Draw(1, "noise", 2500));
        var full = new Draw(1, "noise", 2500).normal(3);
        assertEquals(0.5f * full[1], half[1], 1e-7);
    }
}
