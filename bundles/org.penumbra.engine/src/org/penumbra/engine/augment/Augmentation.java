// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

import org.penumbra.engine.settings.AugmentationKind;

import java.util.List;

/** Differentiable copies of a batch of patches, the unchanged one first. */
public final class Augmentation {
    private Augmentation() {}

    /**
     * How many copies there are, which is how many heads judge them.
     *
     * @param kind the augmentation
     * @return 1 for none, 5 for cropping, else 4
     */
    public static int count(AugmentationKind kind) {
        return switch (kind) {
            case NONE -> 1;
            case FLIPROT, ROTATION -> 4;
            case CROPPING -> 5;
        };
    }

    /**
     * Makes the copies: for {@code fliprot} identity, upside down, left to right, turned by 90
     * degrees; for {@code rotation} turned by 0, 90, 180 and 270 degrees (counter-clockwise); for
     * {@code cropping} identity and the four corners of three quarters of the side, enlarged by
     * nearest neighbours. The official code cannot train with cropping (it has four heads); here a
     * fifth head judges the fifth copy.
     *
     * @param kind the augmentation
     * @param patches [batch, 3, size, size]
     * @return {@link #count} arrays of the same shape
     */
    public static List<NDArray> copies(AugmentationKind kind, NDArray patches) {
        return switch (kind) {
            case NONE -> List.of(patches);
            case FLIPROT ->
                    List.of(patches, patches.flip(2), patches.flip(3), transposed(patches).flip(2));
            case ROTATION ->
                    List.of(
                            patches,
                            transposed(patches).flip(2),
                            patches.flip(2, 3),
                            transposed(patches).flip(3));
            case CROPPING -> crops(patches);
        };
    }

    private static NDArray transposed(NDArray patches) {
        return patches.transpose(0, 1, 3, 2);
    }

    private static List<NDArray> crops(NDArray patches) {
        long size = patches.getShape().get(2);
        long start = size / 4;
        return List.of(
                patches,
                corner(patches, 0, 0),
                corner(patches, 0, start),
                corner(patches, start, 0),
                corner(patches, start, start));
    }

    private static NDArray corner(NDArray patches, long top, long left) {
        long size = patches.getShape().get(2);
        long side = size - size / 4;
        var crop =
                patches.get(
                        new NDIndex()
                                .addAllDim(2)
                                .addSliceDim(top, top + side)
                                .addSliceDim(left, left + side));
        return Resize.nearest(crop, size, size);
    }
}
