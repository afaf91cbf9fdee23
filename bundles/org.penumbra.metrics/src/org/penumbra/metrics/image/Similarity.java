// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.image;

/**
 * The two factors of SSIM, each averaged over the image, and their product.
 *
 * @param ssim mean of luminance times contrast-structure
 * @param contrastStructure mean of contrast-structure alone
 */
record Similarity(double ssim, double contrastStructure) {
    private static final double K1 = 0.01;
    private static final double K2 = 0.03;

    static Similarity of(Plane x, Plane y, Window window, double dataRange) {
        var meanX = window.average(x).values();
        var meanY = window.average(y).values();
        var meanXx = window.average(x.times(x)).values();
        var meanYy = window.average(y.times(y)).values();
        var meanXy = window.average(x.times(y)).values();
        double c1 = K1 * K1 * dataRange * dataRange;
        double c2 = K2 * K2 * dataRange * dataRange;
        double ssim = 0;
        double structure = 0;
        for (int i = 0; i < meanX.length; i++) {
            double xy = meanX[i] * meanY[i];
            double squares = meanX[i] * meanX[i] + meanY[i] * meanY[i];
            double covariance = window.covariance() * (meanXy[i] - xy);
            double variances = window.covariance() * (meanXx[i] + meanYy[i] - squares);
            double contrastStructure = (2 * covariance + c2) / (variances + c2);
            structure += contrastStructure;
            ssim += contrastStructure * (2 * xy + c1) / (squares + c1);
        }
        return new Similarity(ssim / meanX.length, structure / meanX.length);
    }
}
