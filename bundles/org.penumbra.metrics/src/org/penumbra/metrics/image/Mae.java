// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.image;

/** Mean absolute error, in the images' own unit. */
public final class Mae {
    private Mae() {}

    /**
     * The mean of the absolute differences.
     *
     * @throws org.penumbra.io.InputException when the sizes differ
     */
    public static double of(Image prediction, Image truth) {
        Pair.check(prediction, truth, 1);
        double sum = 0;
        for (int i = 0; i < truth.pixels().length; i++) {
            sum += Math.abs((double) prediction.pixels()[i] - truth.pixels()[i]);
        }
        return sum / truth.pixels().length;
    }
}
