// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import org.penumbra.engine.field.FieldShape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bare chain of a field's matrix products at the widths of the original network: for each layer
 * the product of the forward pass, of the weight gradient and, where something before it is
 * trained, of the input gradient. No activation, no bias, no encoding, no optimiser.
 */
final class MatrixFloor {
    private record Layer(int in, int out, boolean needsInputGradient) {}

    private final NDManager manager;
    private final int points;
    private final List<Layer> layers = new ArrayList<>();
    private final Map<Integer, NDArray> operands = new HashMap<>();

    MatrixFloor(NDManager manager, FieldShape shape, int points) {
        this.manager = manager;
        this.points = points;
        for (int layer = 0; layer < shape.layers(); layer++) {
            layers.add(new Layer(shape.inputs(layer), shape.width(), layer > 0));
        }
        int seen = shape.width() + shape.direction() + shape.appearanceCode();
        layers.add(new Layer(shape.width(), 1, true));
        layers.add(new Layer(shape.width(), shape.width(), true));
        layers.add(new Layer(seen, shape.colourWidth(), true));
        layers.add(new Layer(shape.colourWidth(), 3, true));
        layers.forEach(layer -> List.of(operand(layer.in), operand(layer.out)));
    }

    /** Computes every product once; each result is freed before the next. */
    void run() {
        for (var layer : layers) {
            try (var scope = manager.newSubManager();
                    var weight = random(scope, layer.out, layer.in);
                    var transposed = weight.transpose();
                    var upstream = operand(layer.out).transpose()) {
                operand(layer.in).matMul(transposed).close();
                if (layer.needsInputGradient) {
                    operand(layer.out).matMul(weight).close();
                }
                upstream.matMul(operand(layer.in)).close();
            }
        }
    }

    private NDArray operand(int width) {
        return operands.computeIfAbsent(width, columns -> random(manager, points, columns));
    }

    private static NDArray random(NDManager manager, long rows, long columns) {
        return manager.randomUniform(-1, 1, new Shape(rows, columns), DataType.FLOAT32);
    }
}
