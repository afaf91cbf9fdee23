// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.perceptual;

import org.penumbra.engine.perceptual.Layer.Convolution;
import org.penumbra.engine.perceptual.Layer.Fire;
import org.penumbra.engine.perceptual.Layer.MaxPool;
import org.penumbra.engine.perceptual.Layer.Scaling;
import org.penumbra.engine.perceptual.Layer.Tap;

import java.util.List;

/** A network whose features LPIPS compares, described layer by layer. */
public enum Backbone {
    /** SqueezeNet 1.1, seven taps; the smallest, and not what the published systems use. */
    SQUEEZE(
            "lpips_squeeze",
            "squeeze",
            "squeezenet1_1",
            17,
            List.of(
                    new Scaling(),
                    Convolution.at(0, 2, 0),
                    new Tap(),
                    new MaxPool(3, true),
                    Fire.at(3),
                    Fire.at(4),
                    new Tap(),
                    new MaxPool(3, true),
                    Fire.at(6),
                    Fire.at(7),
                    new Tap(),
                    new MaxPool(3, true),
                    Fire.at(9),
                    new Tap(),
                    Fire.at(10),
                    new Tap(),
                    Fire.at(11),
                    new Tap(),
                    Fire.at(12),
                    new Tap())),
    /** AlexNet, five taps: MedNeRF's and UMedNeRF's fine-tuning. */
    ALEX(
            "lpips_alex",
            "alex",
            "alexnet",
            31,
            List.of(
                    new Scaling(),
                    Convolution.at(0, 4, 2),
                    new Tap(),
                    new MaxPool(3, false),
                    Convolution.at(3, 1, 2),
                    new Tap(),
                    new MaxPool(3, false),
                    Convolution.at(6, 1, 1),
                    new Tap(),
                    Convolution.at(8, 1, 1),
                    new Tap(),
                    Convolution.at(10, 1, 1),
                    new Tap())),
    /** VGG-16, five taps: MedNeRF's discriminator. */
    VGG(
            "lpips_vgg",
            "vgg",
            "vgg16",
            16,
            List.of(
                    new Scaling(),
                    Convolution.at(0, 1, 1),
                    Convolution.at(2, 1, 1),
                    new Tap(),
                    new MaxPool(2, false),
                    Convolution.at(5, 1, 1),
                    Convolution.at(7, 1, 1),
                    new Tap(),
                    new MaxPool(2, false),
                    Convolution.at(10, 1, 1),
                    Convolution.at(12, 1, 1),
                    Convolution.at(14, 1, 1),
                    new Tap(),
                    new MaxPool(2, false),
                    Convolution.at(17, 1, 1),
                    Convolution.at(19, 1, 1),
                    Convolution.at(21, 1, 1),
                    new Tap(),
                    new MaxPool(2, false),
                    Convolution.at(24, 1, 1),
                    Convolution.at(26, 1, 1),
                    Convolution.at(28, 1, 1),
                    new Tap()));

    private final String loss;
    private final String lpipsName;
    private final String torchvisionName;
    private final int smallest;
    private final List<Layer> layers;

    Backbone(
            String loss,
            String lpipsName,
            String torchvisionName,
            int smallest,
            List<Layer> layers) {
        this.loss = loss;
        this.lpipsName = lpipsName;
        this.torchvisionName = torchvisionName;
        this.smallest = smallest;
        this.layers = layers;
    }

    /**
     * The loss that uses it, as settings write it.
     *
     * @return such as {@code lpips_squeeze}
     */
    public String loss() {
        return loss;
    }

    /** Pixels along a side below which its last pooling has nothing left. */
    int smallest() {
        return smallest;
    }

    List<Layer> layers() {
        return layers;
    }

    int taps() {
        return Math.toIntExact(layers.stream().filter(Tap.class::isInstance).count());
    }

    List<String> weights() {
        return layers.stream().flatMap(layer -> layer.weights().stream()).toList();
    }

    /** Names under which the network's weights are accepted, the preferred one first. */
    List<String> networkFiles() {
        return List.of(
                torchvisionName + "_torchvision_fp16.npz", torchvisionName + "_torchvision.npz");
    }

    /** The name of LPIPS's own linear weights, v0.1. */
    String linearFile() {
        return "lpips_lin_v0.1_" + lpipsName + ".npz";
    }
}
