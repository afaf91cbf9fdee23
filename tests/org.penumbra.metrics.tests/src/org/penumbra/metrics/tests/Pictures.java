// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.tests;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.penumbra.io.numpy.Npz;
import org.penumbra.metrics.image.Image;
import org.penumbra.testing.Shared;

import java.util.Random;

/** Images to measure. */
final class Pictures {
    private Pictures() {}

    /** Smooth images with some noise, in [0, 1]. */
    static Arbitrary<Image> any(int least, int most) {
        var side = Arbitraries.integers().between(least, most);
        return Combinators.combine(side, side, Arbitraries.longs()).as(Pictures::random);
    }

    static Image random(int height, int width, long seed) {
        var random = new Random(seed);
        var pixels = new float[height * width];
        double turn = random.nextDouble();
        for (int i = 0; i < pixels.length; i++) {
            double wave = Math.sin(turn * (i % width)) * Math.cos((1 - turn) * (i / width));
            pixels[i] = (float) (0.5 + 0.3 * wave + 0.2 * (random.nextDouble() - 0.5));
        }
        return new Image(height, width, pixels);
    }

    /** The image with noise of this amplitude added. */
    static Image noisy(Image image, double amplitude, long seed) {
        var random = new Random(seed);
        var pixels = image.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] += (float) (amplitude * random.nextGaussian());
        }
        return new Image(image.height(), image.width(), pixels);
    }

    /** An image among the golden numbers, 128 x 128 in [0, 1]. */
    static Image golden(String name) {
        var array = Npz.read(Shared.path("golden/metrics.npz")).get(name);
        return new Image(array.shape()[0], array.shape()[1], array.floats());
    }

    /** A golden number. */
    static double number(String name) {
        return Npz.read(Shared.path("golden/metrics.npz")).get(name).doubles()[0];
    }
}
