// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.nn;

import org.penumbra.engine.random.Draw;

/**
 * The laws by which PyTorch initialises its layers, drawn from the counter-based generator: {@code
 * nn.Linear} and {@code nn.Conv2d} use U(−1/√fanIn, 1/√fanIn) for weights and biases alike
 * (Kaiming's uniform law with a = √5).
 *
 * @param seed the run's seed
 * @param network separates networks of one run, such as {@code "generator"}
 */
public record Initialiser(long seed, String network) {
    /**
     * Adds the weight and bias of a fully connected layer.
     *
     * @param weights gets {@code name.weight} [out, in] and {@code name.bias} [out]
     * @param name the layer's original name
     * @param in input width
     * @param out output width
     */
    public void linear(Weights weights, String name, int in, int out) {
        weights.parameter(name + ".weight", standard(name + ".weight", out * in, in), out, in);
        weights.parameter(name + ".bias", standard(name + ".bias", out, in), out);
    }

    /**
     * Values of a convolution's or linear layer's weight or bias by PyTorch's default law.
     *
     * @param name the parameter's full name, which keys the draw
     * @param count how many values
     * @param fanIn inputs per output: input channels times kernel area
     * @return the values
     */
    public float[] standard(String name, int count, int fanIn) {
        return uniform(name, count, 1 / Math.sqrt(fanIn));
    }

    /**
     * Values uniform in [−bound, bound].
     *
     * @param name the parameter's full name, which keys the draw
     * @param count how many values
     * @param bound the greatest magnitude
     * @return the values
     */
    public float[] uniform(String name, int count, double bound) {
        return draw(name).uniform(count, -bound, bound);
    }

    /**
     * Normal values.
     *
     * @param name the parameter's full name, which keys the draw
     * @param count how many values
     * @param mean their mean
     * @param deviation their standard deviation
     * @return the values
     */
    public float[] normal(String name, int count, double mean, double deviation) {
        var values = draw(name).normal(count);
        for (int i = 0; i < count; i++) {
            values[i] = (float) (mean + deviation * values[i]);
        }
        return values;
    }

    private Draw draw(String name) {
        return new Draw(seed, "initial/" + network + "/" + name, 0);
    }
}
