// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.metrics.profile;

import org.penumbra.io.InputException;
import org.penumbra.metrics.image.Image;
import org.penumbra.metrics.image.MsSsim;
import org.penumbra.metrics.image.Psnr;
import org.penumbra.metrics.image.Ssim;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a published system measures its images, so that numbers can be held against its paper. */
public enum MetricProfile {
    /**
     * MedNeRF and UMedNeRF: images in [-1, 1], data range 2, PSNR and Gaussian SSIM as
     * pytorch-ignite computes them (11 pixels, sigma 1.5, mirrored border); beside them MS-SSIM of
     * the same images and range, which their code does not have.
     */
    MEDNERF("mednerf") {
        @Override
        public Map<String, Double> measure(Image prediction01, Image truth01) {
            var prediction = prediction01.mapped(2, -1);
            var truth = truth01.mapped(2, -1);
            var metrics = new LinkedHashMap<String, Double>();
            metrics.put("psnr", Psnr.of(prediction, truth, 2));
            metrics.put("ssim", Ssim.gaussianReflected(prediction, truth, 2));
            metrics.put("ms_ssim", MsSsim.of(prediction, truth, 2));
            return metrics;
        }
    };

    private final String id;

    MetricProfile(String id) {
        this.id = id;
    }

    /**
     * The profile of this name, such as {@code mednerf}.
     *
     * @throws InputException when there is none
     */
    public static MetricProfile of(String name) {
        for (var profile : values()) {
            if (profile.id.equals(name)) {
                return profile;
            }
        }
        throw new InputException("there is no metric profile '%s'; choose mednerf".formatted(name));
    }

    /** The name that experiments write. */
    public String id() {
        return id;
    }

    /**
     * Measures a prediction.
     *
     * @param prediction01 in [0, 1], {@code [height, width]}
     * @param truth01 in [0, 1], of the same size
     * @return values by metric name, in a fixed order: {@code psnr} in dB, {@code ssim}, {@code
     *     ms_ssim}
     * @throws InputException when the sizes differ or a side is below 11
     */
    public abstract Map<String, Double> measure(Image prediction01, Image truth01);
}
