// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.render;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import org.penumbra.engine.field.ConditionalField;
import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;
import org.penumbra.engine.torch.TorchScript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Emission-absorption rendering as in NeRF and GRAF: α = 1 − exp(−ReLU(σ + noise) · δ · ‖d‖) with
 * the last δ = 1e10, weights α · ∏(1 − α + 1e-10) over the samples in front, colours through a
 * sigmoid and mapped to [−1, 1], black behind everything.
 */
public final class Renderer {
    /** Activations of one layer in one block: 4 MiB, so that a block stays in the cache. */
    private static final int BLOCK_ON_CPU = 1 << 20;

    /** A graphics processor wants few large products instead. */
    private static final int BLOCK_ON_GPU = 1 << 26;

    private final ConditionalField field;

    /** By the rays of a block, which are written into the script. */
    private final Map<Integer, TorchScript> scripts = new HashMap<>();

    /**
     * A renderer of fields of one size.
     *
     * @param field the field
     */
    public Renderer(ConditionalField field) {
        this.field = field;
    }

    /**
     * Renders with gradient to the weights and, where it is watched, the code. Call it between
     * opening and closing a {@link org.penumbra.engine.torch.Tape}.
     *
     * @param scope where arrays and results live, until after the gradients are used
     * @param weights the field's weights
     * @param codes z of each image, [images, code]
     * @param batch the rays
     * @return colours, disparity and opacity
     */
    public Rendering render(Scope scope, Weights weights, NDArray codes, RayBatch batch) {
        var arrays = arrays(scope, batch, codes);
        var seen =
                script(scope, batch)
                        .differentiable(scope.manager(), arrays, List.of(weights.parameterList()));
        return new Rendering(seen.get(0), seen.get(1), seen.get(2));
    }

    /**
     * Renders without recording, in little memory whatever the number of rays.
     *
     * @param scope where arrays and results live
     * @param weights the field's weights
     * @param codes z of each image, [images, code]
     * @param batch the rays
     * @return colours, disparity and opacity
     */
    public Rendering still(Scope scope, Weights weights, NDArray codes, RayBatch batch) {
        var arguments = new ArrayList<Object>(arrays(scope, batch, codes));
        arguments.add(weights.parameterList());
        var seen = script(scope, batch).plain(scope.manager(), arguments.toArray());
        // What was computed without recording cannot take part in one later; its copy can.
        return new Rendering(
                seen.get(0).duplicate(), seen.get(1).duplicate(), seen.get(2).duplicate());
    }

    /**
     * The gradient of a loss of a large image in the memory of some rays: renders some rays again
     * at a time and carries the loss's gradient through them. For an image rendered by {@link
     * #still}; it costs one more rendering. No tape may be open.
     *
     * @param scope where the gradients live
     * @param weights the field's weights
     * @param codes z of the one image, [1, code]
     * @param batch the rays of the one image
     * @param upstream gradient of the loss by the colours, [1, rays, 3]
     * @param inputs what to differentiate by: weights, or the watched codes
     * @param raysAtOnce how many rays are recorded together
     * @return one gradient per input
     */
    public List<NDArray> pullBack(
            Scope scope,
            Weights weights,
            NDArray codes,
            RayBatch batch,
            NDArray upstream,
            List<NDArray> inputs,
            int raysAtOnce) {
        var sums = inputs.stream().map(input -> zeros(scope, input)).toList();
        for (int ray = 0; ray < batch.rays(); ray += raysAtOnce) {
            int count = Math.min(raysAtOnce, batch.rays() - ray);
            try (var part = Scope.in(scope.manager());
                    var tape = Tape.open()) {
                var seen = render(part, weights, codes, batch.part(ray, count));
                var wanted = upstream.get(":, " + ray + ":" + (ray + count));
                wanted.attach(part.manager());
                var gradients = tape.gradients(Ops.sumAll(seen.colour().mul(wanted)), inputs);
                for (int i = 0; i < sums.size(); i++) {
                    sums.get(i).addi(gradients.get(i));
                }
            }
        }
        return sums;
    }

    private static NDArray zeros(Scope scope, NDArray like) {
        return scope.manager().zeros(like.getShape(), like.getDataType());
    }

    private static List<NDArray> arrays(Scope scope, RayBatch batch, NDArray codes) {
        int images = batch.images();
        int rays = batch.rays();
        int samples = batch.samples();
        return List.of(
                scope.array(batch.origins(), images, rays, 3),
                scope.array(batch.directions(), images, rays, 3),
                scope.array(batch.depths(), images, rays, samples),
                batch.noise().length == 0
                        ? scope.manager().zeros(new Shape(0))
                        : scope.array(batch.noise(), images, rays, samples),
                codes);
    }

    private TorchScript script(Scope scope, RayBatch batch) {
        int block = scope.manager().getDevice().isGpu() ? BLOCK_ON_GPU : BLOCK_ON_CPU;
        int rays = Math.max(1, block / field.shape().width() / batch.samples());
        return scripts.computeIfAbsent(rays, count -> RenderScript.of(field, count));
    }
}
