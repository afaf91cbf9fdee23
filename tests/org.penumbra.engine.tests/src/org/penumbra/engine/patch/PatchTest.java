// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.patch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.penumbra.engine.random.Draw;
import org.penumbra.io.numpy.Npz;
import org.penumbra.testing.Shared;

import java.util.Arrays;

/** Where patches lie and what they read, against the original sampler's patches. */
class PatchTest {
    private static final int IMAGE = 128;
    private static final int PATCH = 32;

    @Test
    void patchesOfRealImagesAgreeWithTheOriginal() {
        var golden = Npz.read(Shared.path("golden/mednerf_discriminator.npz"));
        var images = golden.get("patch_source_images").floats();
        var places = golden.get("patch_scale_dx_dy").floats();
        var patches = golden.get("patches").floats();
        for (int i = 0; i < 8; i++) {
            var patch = new Patch(PATCH, places[3 * i], places[3 * i + 1], places[3 * i + 2]);
            var image = Arrays.copyOfRange(images, i * IMAGE * IMAGE, (i + 1) * IMAGE * IMAGE);
            var seen = patch.sample(image, IMAGE);
            for (int k = 0; k < seen.length; k++) {
                // The original's pixels are mapped to [-1, 1]; its three channels are equal.
                float theirs = patches[i * 3 * PATCH * PATCH + k];
                assertEquals(theirs, 2 * seen[k] - 1, 1e-4, "patch " + i + ", position " + k);
            }
        }
    }

    @Test
    void theWholeImageIsReadPixelByPixel() {
        var image = new Draw(1, "image", 0).uniform(12 * 12);
        assertArrayEquals(image, Patch.whole(12).sample(image, 12), 1e-5f);
    }

    @Test
    void columnsRunAlongRows() {
        assertArrayEquals(new float[] {0, 9, 0, 9}, new Patch(2, 1, 0, 0).columns(10));
        assertArrayEquals(new float[] {0, 0, 9, 9}, new Patch(2, 1, 0, 0).rows(10));
        assertArrayEquals(new float[] {4.5f, 9, 4.5f, 9}, new Patch(2, 0.5, 0.5, 0).columns(10));
    }

    @Property(tries = 300)
    void randomPatchesStayInsideTheImage(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = 400_000) long step) {
        var patch = new PatchSampler(PATCH, 0.25, 1, 0.0025).random(new Draw(seed, "p", step));
        assertTrue(patch.scale() >= 0.25 && patch.scale() <= 1);
        for (float column : patch.columns(IMAGE)) {
            assertTrue(column >= -1e-4 && column <= IMAGE - 1 + 1e-4);
        }
        for (float row : patch.rows(IMAGE)) {
            assertTrue(row >= -1e-4 && row <= IMAGE - 1 + 1e-4);
        }
    }

    @Test
    void theLeastScaleFallsAsPublished() {
        var sampler = new PatchSampler(PATCH, 0.25, 1, 0.0025);
        assertEquals(0.9, sampler.leastScale(0));
        assertEquals(Math.exp(-0.0025 * 3 * 100), sampler.leastScale(100_999), 1e-12);
        assertEquals(0.47, sampler.leastScale(100_000), 0.005);
        assertEquals(0.25, sampler.leastScale(186_000));
        assertEquals(0.25, new PatchSampler(PATCH, 0.25, 1, 0).leastScale(0));
    }
}
