// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.image;

/** Peak signal-to-noise ratio in dB. */
public final class Psnr {
    private Psnr() {}

    /**
     * {@code 10 log10(dataRange² / MSE)}; infinite for equal images.
     *
     * @param dataRange the span of possible values: 1 for images in [0, 1], 2 for [-1, 1]
     * @throws org.penumbra.io.InputException when the sizes differ
     */
    public static double of(Image prediction, Image truth, double dataRange) {
        return 10 * Math.log10(dataRange * dataRange / meanSquaredError(prediction, truth));
    }

    private static double meanSquaredError(Image prediction, Image truth) {
        Pair.check(prediction, truth, 1);
        double sum = 0;
        for (int i = 0; i < truth.pixels().length; i++) {
            double difference = (double) prediction.pixels()[i] - truth.pixels()[i];
            sum += difference * difference;
        }
        return sum / truth.pixels().length;
    }
}
