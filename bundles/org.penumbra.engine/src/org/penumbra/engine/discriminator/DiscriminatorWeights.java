// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.discriminator;

import ai.djl.ndarray.NDManager;

import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.nn.Weights;

import java.util.Arrays;

/**
 * Fresh weights by PyTorch's default laws: convolutions uniform within 1/√fanIn, batch norms at one
 * and zero, singular vectors normal and of unit length.
 */
final class DiscriminatorWeights {
    private static final int COLOURS = 3;

    private final DiscriminatorShape shape;
    private final Initialiser initialiser;
    private final Weights weights;

    private DiscriminatorWeights(
            DiscriminatorShape shape, Initialiser initialiser, Weights weights) {
        this.shape = shape;
        this.initialiser = initialiser;
        this.weights = weights;
    }

    static Weights fresh(NDManager parent, DiscriminatorShape shape, Initialiser initialiser) {
        var weights = new Weights(parent);
        new DiscriminatorWeights(shape, initialiser, weights).addAll();
        return weights;
    }

    private void addAll() {
        switch (shape.blocks()) {
            case SPECTRAL -> {
                convolution("down_from_big.0", shape.channels2(), COLOURS, 3);
                spectralDown("down_4", shape.channels4(), shape.channels2());
                spectralDown("down_8", shape.channels8(), shape.channels4());
            }
            case REPVGG -> {
                repvgg("down_from_big.0", shape.channels2(), COLOURS);
                repvgg("down_4", shape.channels4(), shape.channels2());
                repvgg("down_8", shape.channels8(), shape.channels4());
            }
        }
        heads();
        excitation("se_2_16", shape.channels4(), shape.channels2());
        excitation("se_4_32", shape.channels8(), shape.channels4());
        decoder("decoder_big", shape.channels8());
        decoder("decoder_part", shape.channels4());
    }

    private void spectralDown(String name, int out, int in) {
        convolution(name + ".main.0", out, in, 4);
        batchNorm(name + ".main.1", out);
        convolution(name + ".main.3", out, out, 3);
        batchNorm(name + ".main.4", out);
        convolution(name + ".direct.1", out, in, 1);
        batchNorm(name + ".direct.2", out);
    }

    private void repvgg(String name, int out, int in) {
        convolution(name + ".rbr_dense.conv", out, in, 3);
        batchNorm(name + ".rbr_dense.bn", out);
        convolution(name + ".rbr_1x1.conv", out, in, 1);
        batchNorm(name + ".rbr_1x1.bn", out);
    }

    private void heads() {
        convolution("dag_heads.0.0", shape.trunkChannels(), shape.channels8(), 1);
        batchNorm("dag_heads.0.1", shape.trunkChannels());
        for (int i = 0; i < shape.heads(); i++) {
            convolution("dag_heads." + i + ".3", 1, shape.trunkChannels(), 4);
        }
    }

    private void excitation(String name, int out, int in) {
        spectral(name + ".main.1", out, in, 4);
        spectral(name + ".main.3", out, out, 1);
    }

    private void decoder(String name, int in) {
        int channels = in;
        for (int i = 0; i < 4; i++) {
            int out = shape.decoderChannels()[i];
            var layer = name + ".main." + (i + 1);
            spectral(layer + ".1", 2 * out, channels, 3);
            batchNorm(layer + ".2", 2 * out);
            channels = out;
        }
        spectral(name + ".main.5", COLOURS, channels, 3);
    }

    private void convolution(String name, int out, int in, int kernel) {
        if (shape.blocks() == BlockKind.SPECTRAL) {
            spectral(name, out, in, kernel);
        } else {
            kernel(name + ".weight", out, in, kernel);
        }
    }

    private void spectral(String name, int out, int in, int kernel) {
        kernel(name + ".weight_orig", out, in, kernel);
        direction(name + ".weight_u", out);
        direction(name + ".weight_v", in * kernel * kernel);
    }

    private void kernel(String name, int out, int in, int kernel) {
        int fanIn = in * kernel * kernel;
        var values = initialiser.standard(name, out * fanIn, fanIn);
        weights.parameter(name, values, out, in, kernel, kernel);
    }

    private void direction(String name, int length) {
        var values = initialiser.normal(name, length, 0, 1);
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        for (int i = 0; i < length; i++) {
            values[i] /= (float) Math.sqrt(squares);
        }
        weights.buffer(name, values, length);
    }

    private void batchNorm(String name, int channels) {
        weights.parameter(name + ".weight", filled(channels, 1), channels);
        weights.parameter(name + ".bias", filled(channels, 0), channels);
        weights.buffer(name + ".running_mean", filled(channels, 0), channels);
        weights.buffer(name + ".running_var", filled(channels, 1), channels);
        weights.buffer(name + ".num_batches_tracked", filled(1, 0));
    }

    private static float[] filled(int length, float value) {
        var values = new float[length];
        Arrays.fill(values, value);
        return values;
    }
}
