// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.field;

import ai.djl.ndarray.NDManager;

import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.nn.Weights;

/**
 * GRAF's conditional NeRF network. Its weights have the names and shapes of the original: {@code
 * pts_linears.k}, {@code views_linears.0}, {@code feature_linear}, {@code alpha_linear}, {@code
 * rgb_linear}. Its script computes the same function with fewer operations:
 *
 * <ul>
 *   <li>the code is constant over an image, so its product with a weight is a bias of that image;
 *   <li>the direction is constant along a ray, so its product is a bias of that ray;
 *   <li>the skip layer adds two products instead of copying its inputs side by side;
 *   <li>no activation stands between {@code feature_linear} and {@code views_linears.0}, so their
 *       weights are multiplied once instead of every point by both.
 * </ul>
 *
 * @param shape the sizes
 */
public record ConditionalField(FieldShape shape) {
    /**
     * Fresh weights by PyTorch's default law.
     *
     * @param parent where they live
     * @param initialiser where the numbers come from
     * @return the weights in the original order
     */
    public Weights initial(NDManager parent, Initialiser initialiser) {
        var weights = new Weights(parent);
        for (int layer = 0; layer < shape.layers(); layer++) {
            initialiser.linear(weights, "pts_linears." + layer, shape.inputs(layer), shape.width());
        }
        int seen = shape.width() + shape.direction() + shape.appearanceCode();
        initialiser.linear(weights, "views_linears.0", seen, shape.colourWidth());
        initialiser.linear(weights, "feature_linear", shape.width(), shape.width());
        initialiser.linear(weights, "alpha_linear", shape.width(), 1);
        initialiser.linear(weights, "rgb_linear", shape.colourWidth(), 3);
        return weights;
    }

    /**
     * The network as TorchScript methods: {@code encode}, {@code shared} (once per call), {@code
     * conditioned} (once per image) and {@code evaluate} (once per block of rays).
     *
     * @return source that expects the weights as a list in their order
     */
    public String script() {
        return FieldScript.of(shape);
    }
}
