// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.imaging.projection.PhantomDrr;
import org.penumbra.imaging.projection.ScanGeometry;
import org.penumbra.imaging.resample.AreaAverage;
import org.penumbra.io.InputException;

import java.util.List;

class PhantomDrrTest {
    private static DrrSet knees() {
        return PhantomDrr.render("knee", 2, ScanGeometry.mednerfKnee(64));
    }

    @Test
    void hasTheFormOfMedNerfsData() {
        var set = knees();
        assertEquals("phantom", set.kind());
        assertEquals(List.of("01", "02"), set.instances());
        assertEquals(72, set.ofInstance("02").size());
        assertEquals(355.0, set.ofInstance("02").getLast().azimuthDegrees());
        for (var view : set.views()) {
            assertEquals(1f, maximum(view.pixels()), 0f);
            assertEquals(0f, view.pixels()[0], 0f);
        }
    }

    private static float maximum(float[] pixels) {
        float maximum = 0;
        for (float pixel : pixels) {
            assertTrue(pixel >= 0);
            maximum = Math.max(maximum, pixel);
        }
        return maximum;
    }

    @Test
    void isTheSameEveryTime() {
        assertEquals(knees().fingerprint(), knees().fingerprint());
    }

    /** As in real X-rays, whose block means reach 20 dB at this size: a blur is no good model. */
    @Test
    void blockMeansDoNotExplainTheViews() {
        for (var view : knees().views()) {
            double psnr = blockPsnr(view);
            assertTrue(psnr > 17 && psnr < 23, view.key() + " has " + psnr + " dB");
        }
    }

    private static double blockPsnr(DrrView view) {
        var means = AreaAverage.resize(view.pixels(), 64, 8);
        double sum = 0;
        for (int i = 0; i < 64 * 64; i++) {
            double difference = view.pixels()[i] - means[i / 512 * 8 + i % 64 / 8];
            sum += difference * difference;
        }
        return -10 * Math.log10(sum / (64 * 64));
    }

    @Test
    void refusesNoInstancesAndImpossibleScanners() {
        var geometry = ScanGeometry.mednerfChest(8);
        assertThrows(InputException.class, () -> PhantomDrr.render("chest", 0, geometry));
        assertThrows(InputException.class, () -> PhantomDrr.render("hip", 1, geometry));
        var e =
                assertThrows(
                        InputException.class,
                        () -> new ScanGeometry(1000, 570, 350, 64, 0, 360, 72));
        assertTrue(e.getMessage().contains("dsd"), e.getMessage());
        assertThrows(
                InputException.class, () -> new ScanGeometry(570, 1040, 350, 1 << 20, 0, 360, 72));
        assertThrows(
                InputException.class,
                () -> new ScanGeometry(570, 1040, 350, 64, Double.NaN, 360, 72));
    }
}
