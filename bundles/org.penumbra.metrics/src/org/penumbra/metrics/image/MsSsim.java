// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.image;

/**
 * Multi-scale structural similarity, Wang, Simoncelli and Bovik 2003: the contrast-structure factor
 * at every scale and the luminance factor at the coarsest, raised to the paper's weights 0.0448,
 * 0.2856, 0.3001, 0.2363 and 0.1333, with the 11-pixel Gaussian window and halving by 2 x 2 means.
 *
 * <p>Five scales need 176 pixels a side. A smaller image has as many scales as keep 11 pixels at
 * the coarsest (4 from 88 pixels, 3 from 44, 2 from 22, else 1), with the first weights divided by
 * their sum. A negative mean contrast-structure counts as 0, so that the power is defined.
 */
public final class MsSsim {
    private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

    private MsSsim() {}

    /**
     * The product over the scales.
     *
     * @param dataRange the span of possible values: 1 for images in [0, 1], 2 for [-1, 1]
     * @throws org.penumbra.io.InputException when the sizes differ or a side is below 11
     */
    public static double of(Image prediction, Image truth, double dataRange) {
        Pair.check(prediction, truth, Ssim.GAUSSIAN.size());
        int scales = scales(Math.min(truth.height(), truth.width()));
        var x = Plane.of(prediction);
        var y = Plane.of(truth);
        double product = 1;
        for (int scale = 0; scale < scales; scale++) {
            var similarity = Similarity.of(x, y, Ssim.GAUSSIAN, dataRange);
            boolean last = scale == scales - 1;
            double factor = last ? similarity.ssim() : similarity.contrastStructure();
            product *= Math.pow(Math.max(0, factor), WEIGHTS[scale] / sum(scales));
            x = last ? x : x.halved();
            y = last ? y : y.halved();
        }
        return product;
    }

    private static int scales(int side) {
        int scales = 1;
        while (scales < WEIGHTS.length && side >> scales >= Ssim.GAUSSIAN.size()) {
            scales++;
        }
        return scales;
    }

    private static double sum(int scales) {
        double sum = 0;
        for (int scale = 0; scale < scales; scale++) {
            sum += WEIGHTS[scale];
        }
        return sum;
    }
}
