// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Image sizes. */
public final class Resize {
    private static final int NEAREST = 0;

    private Resize() {}

    /**
     * Enlarges or shrinks by the nearest pixel as PyTorch does: pixel i shows pixel ⌊i · in/out⌋.
     *
     * @param images [batch, channels, any, any]
     * @param height rows wanted
     * @param width columns wanted
     * @return [batch, channels, height, width]
     */
    public static NDArray nearest(NDArray images, long height, long width) {
        return JniUtils.interpolate((PtNDArray) images, new long[] {height, width}, NEAREST, false);
    }
}
