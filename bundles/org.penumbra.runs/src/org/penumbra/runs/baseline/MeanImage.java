// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.baseline;

import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;

/** The mean of all training images, whatever is asked for. */
public final class MeanImage implements Baseline {
    private final float[] mean;

    /** Averages in double precision. */
    public MeanImage(DrrSet training) {
        var sum = new double[training.imageSize() * training.imageSize()];
        for (var view : training.views()) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += view.pixels()[i];
            }
        }
        mean = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            mean[i] = (float) (sum[i] / training.views().size());
        }
    }

    @Override
    public String name() {
        return "mean-image";
    }

    @Override
    public float[] predict(DrrView target) {
        return mean.clone();
    }
}
