// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.penumbra.io.numpy.Npz;
import org.penumbra.metrics.image.Image;
import org.penumbra.metrics.image.Mae;
import org.penumbra.metrics.image.MsSsim;
import org.penumbra.metrics.image.Psnr;
import org.penumbra.metrics.image.Ssim;
import org.penumbra.metrics.profile.MetricProfile;
import org.penumbra.metrics.statistics.PairedDifference;
import org.penumbra.testing.Shared;

import java.util.List;

/**
 * Against scikit-image's numbers and, where it has none, against a direct evaluation of the
 * published formulas in NumPy on the same images.
 */
class GoldenMetricsTest {
    private static final double EXACT = 1e-6;

    @Test
    void psnrAndSsimAreThoseOfScikitImage() {
        var a = Pictures.golden("image_a");
        var b = Pictures.golden("image_b");
        assertEquals(Pictures.number("psnr_range1"), Psnr.of(b, a, 1), EXACT);
        assertEquals(
                Pictures.number("ssim_gaussian11_sigma1_5_range1"), Ssim.gaussian(b, a, 1), EXACT);
        assertEquals(Pictures.number("ssim_uniform7_range1"), Ssim.uniform(b, a, 1), EXACT);
        assertEquals(Pictures.number("ssim_uniform7_range2"), Ssim.uniform(b, a, 2), EXACT);
    }

    @Test
    void theProfileMeasuresAsMedNerfDoes() {
        var metrics =
                MetricProfile.of("mednerf")
                        .measure(Pictures.golden("image_b"), Pictures.golden("image_a"));
        assertEquals(List.of("psnr", "ssim", "ms_ssim"), List.copyOf(metrics.keySet()));
        assertEquals(Pictures.number("psnr_range1"), metrics.get("psnr"), EXACT);
        assertEquals(0.8659228886563446, metrics.get("ssim"), EXACT);
        assertEquals(0.9513587924350865, metrics.get("ms_ssim"), EXACT);
    }

    @Test
    void msSsimAndMaeAreThoseOfTheFormulas() {
        var a = Pictures.golden("image_a");
        var b = Pictures.golden("image_b");
        assertEquals(0.018378044768411428, Mae.of(b, a), EXACT);
        assertEquals(0.959647268649775, MsSsim.of(b, a, 1), EXACT);
        assertEquals(0.9419537531010146, MsSsim.of(part(b), part(a), 1), EXACT);
        assertEquals(0.9687366561485365, MsSsim.of(tiled(b), tiled(a), 1), EXACT);
    }

    /** The upper left 100 x 87 pixels: three scales, the last with odd sides. */
    private static Image part(Image image) {
        var pixels = new float[100 * 87];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = image.pixels()[i / 87 * 128 + i % 87];
        }
        return new Image(100, 87, pixels);
    }

    /** Two by two copies: all five scales. */
    private static Image tiled(Image image) {
        var pixels = new float[256 * 256];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = image.pixels()[i / 256 % 128 * 128 + i % 128];
        }
        return new Image(256, 256, pixels);
    }

    @Test
    void pairedDifferencesGiveThePairedT() {
        var golden = Npz.read(Shared.path("golden/metrics.npz"));
        var difference =
                PairedDifference.of(
                        golden.get("paired_a").doubles(), golden.get("paired_b").doubles());
        double t = difference.mean() / (difference.sd() / Math.sqrt(difference.n()));
        assertEquals(Pictures.number("paired_t"), t, EXACT);
    }
}
