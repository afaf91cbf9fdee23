// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.discriminator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

import org.penumbra.engine.settings.Fidelity;

/** A quarter of a patch, rows first as the official code numbers them; drawn at random per call. */
public enum Quadrant {
    /** Rows and columns from 0. */
    TOP_LEFT,
    /** Rows from 0, columns from the cut. */
    TOP_RIGHT,
    /** Rows from the cut, columns from 0. */
    BOTTOM_LEFT,
    /** Rows and columns from the cut. */
    BOTTOM_RIGHT;

    /**
     * The quadrant of a random number.
     *
     * @param index 0 to 3
     * @return the quadrant that the official code means by it
     */
    public static Quadrant of(int index) {
        return values()[index];
    }

    /**
     * What the partial decoder's picture is compared with.
     *
     * <p>The feature map is always cut in its middle (8 of 16 pixels). The official code cuts the
     * patch, which has twice as many pixels, at the same number 8, so that its four targets have 8
     * by 8, 8 by 24, 24 by 8 and 24 by 24 pixels: {@link Fidelity#CODE}. What the paper describes,
     * the same quarter of the patch (16 by 16), is {@link Fidelity#PAPER}.
     *
     * @param patches [batch, 3, size, size]
     * @param fidelity which of the two
     * @return [batch, 3, height, width]
     */
    public NDArray target(NDArray patches, Fidelity fidelity) {
        long size = patches.getShape().get(2);
        long cut = fidelity == Fidelity.CODE ? size / 4 : size / 2;
        boolean bottom = this == BOTTOM_LEFT || this == BOTTOM_RIGHT;
        boolean right = this == TOP_RIGHT || this == BOTTOM_RIGHT;
        return patches.get(
                new NDIndex()
                        .addAllDim(2)
                        .addSliceDim(bottom ? cut : 0, bottom ? size : cut)
                        .addSliceDim(right ? cut : 0, right ? size : cut));
    }
}
