// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * Mean absolute difference of the forward differences along rows plus the same along columns: edges
 * count, a constant offset does not.
 */
public record GradientDifference() implements ImageLoss {
    @Override
    public NDArray perImage(NDArray prediction, NDArray target) {
        // Taking differences is linear: the difference image has the difference of the gradients.
        var difference = prediction.sub(target);
        return ImageLoss.meanPerImage(along(difference, 2).abs())
                .add(ImageLoss.meanPerImage(along(difference, 3).abs()));
    }

    private static NDArray along(NDArray image, int axis) {
        long last = image.getShape().get(axis) - 1;
        return slice(image, axis, 1, last + 1).sub(slice(image, axis, 0, last));
    }

    private static NDArray slice(NDArray image, int axis, long from, long to) {
        return image.get(new NDIndex().addAllDim(axis).addSliceDim(from, to).addEllipseDim());
    }
}
