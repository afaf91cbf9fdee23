// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.image;

/**
 * Structural similarity, Wang, Bovik, Sheikh and Simoncelli 2004, with K1 = 0.01 and K2 = 0.03. The
 * data range is the span of possible values: 1 for images in [0, 1], 2 for [-1, 1].
 */
public final class Ssim {
    static final Window GAUSSIAN = Window.gaussian(11, 1.5);
    private static final Window UNIFORM = Window.uniform(7);

    private Ssim() {}

    /**
     * With the paper's Gaussian window of 11 pixels and sigma 1.5, population covariance, averaged
     * where the window lies inside the image; equal to scikit-image with Gaussian weights.
     *
     * @throws org.penumbra.io.InputException when the sizes differ or a side is below 11
     */
    public static double gaussian(Image prediction, Image truth, double dataRange) {
        return inside(prediction, truth, GAUSSIAN, dataRange);
    }

    /**
     * With the Gaussian window, averaged over all pixels of the image mirrored at its border, as
     * pytorch-ignite computes it.
     *
     * @throws org.penumbra.io.InputException when the sizes differ or a side is below 6
     */
    public static double gaussianReflected(Image prediction, Image truth, double dataRange) {
        int margin = GAUSSIAN.size() / 2;
        Pair.check(prediction, truth, margin + 1);
        var x = Plane.of(prediction).reflected(margin);
        return Similarity.of(x, Plane.of(truth).reflected(margin), GAUSSIAN, dataRange).ssim();
    }

    /**
     * With a uniform window of 7 pixels and sample covariance, averaged where the window lies
     * inside the image; equal to scikit-image's default.
     *
     * @throws org.penumbra.io.InputException when the sizes differ or a side is below 7
     */
    public static double uniform(Image prediction, Image truth, double dataRange) {
        return inside(prediction, truth, UNIFORM, dataRange);
    }

    private static double inside(Image prediction, Image truth, Window window, double dataRange) {
        Pair.check(prediction, truth, window.size());
        return Similarity.of(Plane.of(prediction), Plane.of(truth), window, dataRange).ssim();
    }
}
