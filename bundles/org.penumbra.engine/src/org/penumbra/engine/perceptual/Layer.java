// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.perceptual;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.torch.Ops;

import java.util.List;

/** A piece of a feature network; numbers are torchvision's indices in {@code features}. */
sealed interface Layer {
    NDArray apply(NDArray x, Weights weights);

    /** Names of the weights it needs. */
    default List<String> weights() {
        return List.of();
    }

    /** A convolution and a ReLU. */
    record Convolution(String name, int stride, int padding) implements Layer {
        static Convolution at(int index, int stride, int padding) {
            return new Convolution("features." + index, stride, padding);
        }

        @Override
        public NDArray apply(NDArray x, Weights weights) {
            var y =
                    JniUtils.convolution(
                            (PtNDArray) x,
                            (PtNDArray) weights.get(name + ".weight"),
                            (PtNDArray) weights.get(name + ".bias"),
                            new Shape(stride, stride),
                            new Shape(padding, padding),
                            new Shape(1, 1),
                            1);
            return Ops.relu(y);
        }

        @Override
        public List<String> weights() {
            return List.of(name + ".weight", name + ".bias");
        }
    }

    /** SqueezeNet's fire module: squeeze, then a 1x1 and a 3x3 expansion side by side. */
    record Fire(Convolution squeeze, Convolution narrow, Convolution wide) implements Layer {
        static Fire at(int index) {
            var name = "features." + index;
            return new Fire(
                    new Convolution(name + ".squeeze", 1, 0),
                    new Convolution(name + ".expand1x1", 1, 0),
                    new Convolution(name + ".expand3x3", 1, 1));
        }

        @Override
        public NDArray apply(NDArray x, Weights weights) {
            var squeezed = squeeze.apply(x, weights);
            return narrow.apply(squeezed, weights).concat(wide.apply(squeezed, weights), 1);
        }

        @Override
        public List<String> weights() {
            return List.of(squeeze, narrow, wide).stream()
                    .flatMap(layer -> layer.weights().stream())
                    .toList();
        }
    }

    /** The maximum of square windows, two pixels apart. */
    record MaxPool(int window, boolean ceiling) implements Layer {
        @Override
        public NDArray apply(NDArray x, Weights weights) {
            return JniUtils.maxPool(
                    (PtNDArray) x,
                    new Shape(window, window),
                    new Shape(2, 2),
                    new Shape(0, 0),
                    ceiling);
        }
    }

    /** Where features are compared. */
    record Tap() implements Layer {
        @Override
        public NDArray apply(NDArray x, Weights weights) {
            return x;
        }
    }

    /** LPIPS's own normalisation of images in [−1, 1]. */
    record Scaling() implements Layer {
        private static final float[] SHIFT = {-.030f, -.088f, -.188f};
        private static final float[] SCALE = {.458f, .448f, .450f};

        @Override
        public NDArray apply(NDArray x, Weights weights) {
            NDManager manager = x.getManager();
            var centred = x.sub(Ops.array(manager, SHIFT, 3, 1, 1));
            return centred.div(Ops.array(manager, SCALE, 3, 1, 1));
        }
    }
}
