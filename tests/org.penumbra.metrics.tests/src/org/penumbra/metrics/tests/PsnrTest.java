// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

import org.penumbra.io.InputException;
import org.penumbra.metrics.image.Image;
import org.penumbra.metrics.image.Mae;
import org.penumbra.metrics.image.Psnr;

class PsnrTest {
    @Provide
    Arbitrary<Image> images() {
        return Pictures.any(4, 20);
    }

    @Property(tries = 200)
    void aConstantErrorGivesItsDecibels(
            @ForAll("images") Image truth, @ForAll @DoubleRange(min = 0.01, max = 1) double error) {
        var prediction = truth.mapped(1, (float) error);
        assertEquals(-20 * Math.log10(error), Psnr.of(prediction, truth, 1), 1e-3);
        assertEquals(error, Mae.of(prediction, truth), 1e-6);
    }

    @Property(tries = 200)
    void theUnitDoesNotMatter(@ForAll("images") Image truth, @ForAll long seed) {
        var prediction = Pictures.noisy(truth, 0.1, seed);
        double psnr = Psnr.of(prediction, truth, 1);
        assertEquals(psnr, Psnr.of(truth, prediction, 1));
        assertEquals(psnr, Psnr.of(prediction.mapped(2, -1), truth.mapped(2, -1), 2), 1e-3);
    }

    @Property(tries = 50)
    void halfTheErrorIsSixDecibels(@ForAll("images") Image truth, @ForAll long seed) {
        var black = truth.mapped(0, 0);
        var error = Pictures.noisy(black, 0.1, seed);
        double gain = Psnr.of(error.mapped(0.5f, 0), black, 1) - Psnr.of(error, black, 1);
        assertEquals(20 * Math.log10(2), gain, 1e-6);
    }

    @Example
    void equalImagesAreInfinitelyGood() {
        var image = Pictures.random(4, 6, 1);
        assertEquals(Double.POSITIVE_INFINITY, Psnr.of(image, image, 1));
        assertEquals(0, Mae.of(image, image));
    }

    @Example
    void sizesMustAgree() {
        var wide = Pictures.random(4, 6, 1);
        var high = Pictures.random(6, 4, 1);
        assertThrows(InputException.class, () -> Psnr.of(wide, high, 1));
        assertThrows(InputException.class, () -> Mae.of(wide, high));
        assertThrows(IllegalArgumentException.class, () -> new Image(2, 2, new float[3]));
    }
}
