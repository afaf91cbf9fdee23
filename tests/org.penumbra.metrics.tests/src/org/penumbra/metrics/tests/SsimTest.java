// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.penumbra.io.InputException;
import org.penumbra.metrics.image.Image;
import org.penumbra.metrics.image.MsSsim;
import org.penumbra.metrics.image.Ssim;
import org.penumbra.metrics.profile.MetricProfile;

import java.util.List;

class SsimTest {
    /** The forms of structural similarity. */
    private interface Form {
        double of(Image prediction, Image truth, double dataRange);
    }

    private static final List<Form> FORMS =
            List.of(Ssim::gaussian, Ssim::gaussianReflected, Ssim::uniform, MsSsim::of);

    @Provide
    Arbitrary<Image> images() {
        return Pictures.any(11, 60);
    }

    @Property(tries = 50)
    void equalImagesScoreOne(@ForAll("images") Image image) {
        FORMS.forEach(form -> assertEquals(1, form.of(image, image, 1), 1e-9));
    }

    @Property(tries = 50)
    void isSymmetricAndFallsWithNoise(@ForAll("images") Image truth, @ForAll long seed) {
        var near = Pictures.noisy(truth, 0.02, seed);
        var far = Pictures.noisy(truth, 0.5, seed);
        for (var form : FORMS) {
            assertEquals(form.of(near, truth, 1), form.of(truth, near, 1), 1e-9);
            assertTrue(form.of(far, truth, 1) < form.of(near, truth, 1));
            assertTrue(form.of(near, truth, 1) < 1);
        }
    }

    @Property(tries = 50)
    void mirroringTheImagesChangesNothing(@ForAll("images") Image truth, @ForAll long seed) {
        var prediction = Pictures.noisy(truth, 0.1, seed);
        for (var form : FORMS.subList(0, 3)) {
            double turned = form.of(turned(prediction), turned(truth), 1);
            assertEquals(form.of(prediction, truth, 1), turned, 1e-9);
        }
    }

    /** Half a turn: the last pixel first. */
    private static Image turned(Image image) {
        var pixels = new float[image.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = image.pixels()[pixels.length - 1 - i];
        }
        return new Image(image.height(), image.width(), pixels);
    }

    /** On images that are constant the variances vanish and luminance alone is left. */
    @Example
    void constantImagesDifferInLuminanceAlone() {
        var bright = Pictures.random(30, 30, 1).mapped(0, 0.8f);
        var dark = bright.mapped(0, 0.2f);
        double luminance = (2 * 0.8 * 0.2 + 1e-4) / (0.64 + 0.04 + 1e-4);
        for (var form : FORMS.subList(0, 3)) {
            assertEquals(luminance, form.of(bright, dark, 1), 1e-6);
        }
        // Two scales at 30 pixels: the second one's weight is 0.2856 of 0.3304.
        assertEquals(Math.pow(luminance, 0.2856 / 0.3304), MsSsim.of(bright, dark, 1), 1e-6);
    }

    @Example
    void smallImagesAreRefusedInWords() {
        var small = Pictures.random(5, 40, 1);
        for (var form : FORMS) {
            var e = assertThrows(InputException.class, () -> form.of(small, small, 1));
            assertTrue(e.getMessage().contains("5 x 40"), e.getMessage());
        }
        assertThrows(InputException.class, () -> MetricProfile.of("mednerf").measure(small, small));
    }

    @Example
    void unknownProfilesListTheKnownOnes() {
        var e = assertThrows(InputException.class, () -> MetricProfile.of("best"));
        assertTrue(e.getMessage().contains("mednerf"), e.getMessage());
        assertEquals("mednerf", MetricProfile.of("mednerf").id());
    }
}
