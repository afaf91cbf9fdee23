// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.render;

import ai.djl.ndarray.NDArray;

/**
 * What a renderer sees along rays.
 *
 * @param colour in [−1, 1], [images, rays, 3]
 * @param disparity 1 / expected depth, 1e10 where nothing was hit, [images, rays]; no gradient
 * @param opacity share of light absorbed, [images, rays]
 */
public record Rendering(NDArray colour, NDArray disparity, NDArray opacity) {
    /**
     * The colours as images; the rays must be a square patch, row by row.
     *
     * @return [images, 3, side, side]
     */
    public NDArray images() {
        long images = colour.getShape().get(0);
        long side = Math.round(Math.sqrt(colour.getShape().get(1)));
        return colour.reshape(images, side, side, 3).transpose(0, 3, 1, 2);
    }
}
