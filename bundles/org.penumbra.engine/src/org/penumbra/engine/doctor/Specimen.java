// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.doctor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.penumbra.engine.camera.Camera;
import org.penumbra.engine.camera.Pose;
import org.penumbra.engine.field.ConditionalField;
import org.penumbra.engine.field.FieldShape;
import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.optim.RmsProp;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.render.RayBatch;
import org.penumbra.engine.render.Renderer;
import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;
import org.penumbra.engine.torch.Torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small field and a view of 8 by 8 rays of it, the same on every machine. */
final class Specimen {
    private static final long SEED = 7;
    private static final int SIZE = 8;
    private static final int SAMPLES = 12;
    private static final int STEPS = 3;

    /** A few colours as the CPU computes them, where the generator agrees with the original's. */
    private static final float[] KNOWN = {
        -0.111097395f, -0.05020511f, -0.0245108f, -0.113886595f, -0.05260539f, -0.03289312f
    };

    private static final int KNOWN_EVERY = 37;
    private static final double KNOWN_TOLERANCE = 1e-4;
    private static final double DIFFERENCE = 1e-3;
    private static final double GRADIENT_TOLERANCE = 1e-2;

    private final Torch torch;
    private final ConditionalField field =
            new ConditionalField(new FieldShape(4, 4, 4, 2, 4, 32, 1));
    private final Renderer renderer = new Renderer(field);
    private final RayBatch rays =
            RayBatch.still(Camera.published().rays(Pose.onSphere(30, 77.5, 10.5), SIZE), SAMPLES);

    Specimen(Torch torch) {
        this.torch = torch;
    }

    private Weights weights(NDManager manager) {
        var weights = field.initial(manager, new Initialiser(SEED, "specimen"));
        var tensors = weights.export();
        // Density everywhere: behind its last sample a ray is all or nothing, which has no slope.
        tensors.get("alpha_linear.bias").data()[0] = 1;
        weights.load(tensors);
        return weights;
    }

    private static NDArray code(Scope scope) {
        return scope.array(new Draw(SEED, "code", 0).normal(8), 1, 8);
    }

    /** Compares colours with those of another machine. */
    Finding knownNumbers() {
        try (var manager = torch.newManager();
                var scope = Scope.in(manager)) {
            var colours =
                    renderer.still(scope, weights(manager), code(scope), rays)
                            .colour()
                            .toFloatArray();
            var ours = new float[KNOWN.length];
            for (int i = 0; i < ours.length; i++) {
                ours[i] = colours[i * KNOWN_EVERY];
            }
            return Comparison.of("known numbers", KNOWN, ours, KNOWN_TOLERANCE);
        }
    }

    /**
     * Compares the slope along a random direction in the space of all weights with the difference
     * of two losses; the garbage collector runs between forward and backward pass.
     */
    Finding gradients() {
        try (var manager = torch.newManager();
                var weights = weights(manager)) {
            var directions = directions(weights);
            var slope = slope(manager, weights, directions);
            var difference =
                    (moved(manager, directions, DIFFERENCE)
                                    - moved(manager, directions, -DIFFERENCE))
                            / (2 * DIFFERENCE);
            var error = Math.abs(slope - difference) / Math.abs(difference);
            return new Finding(
                    "gradients",
                    error < GRADIENT_TOLERANCE,
                    "relative error %.1e against finite differences".formatted(error));
        }
    }

    private static List<float[]> directions(Weights weights) {
        var directions = new ArrayList<float[]>();
        for (var parameter : weights.parameterList()) {
            var draw = new Draw(SEED, "direction", directions.size());
            directions.add(draw.normal((int) parameter.size()));
        }
        return directions;
    }

    private double slope(NDManager manager, Weights weights, List<float[]> directions) {
        try (var scope = Scope.in(manager);
                var tape = Tape.open()) {
            var loss = loss(scope, weights);
            System.gc();
            var gradients = tape.gradients(loss, weights.parameterList());
            double slope = 0;
            for (int i = 0; i < directions.size(); i++) {
                var gradient = gradients.get(i).toFloatArray();
                for (int j = 0; j < gradient.length; j++) {
                    slope += (double) gradient[j] * directions.get(i)[j];
                }
            }
            return slope;
        }
    }

    /** The loss some way along the direction. */
    private double moved(NDManager manager, List<float[]> directions, double way) {
        try (var scope = Scope.in(manager);
                var weights = weights(manager)) {
            var tensors = weights.export();
            var next = directions.iterator();
            tensors.values()
                    .forEach(
                            tensor -> {
                                var direction = next.next();
                                for (int i = 0; i < direction.length; i++) {
                                    tensor.data()[i] += (float) (way * direction[i]);
                                }
                            });
            weights.load(tensors);
            return loss(scope, weights).toFloatArray()[0];
        }
    }

    private NDArray loss(Scope scope, Weights weights) {
        var colour = renderer.render(scope, weights, code(scope), rays).colour();
        return Ops.meanAll(Ops.square(Ops.add(colour, 1)));
    }

    /** Trains twice from the same start. */
    Finding repeatability() {
        var first = trained();
        var second = trained();
        if (Arrays.equals(first, second)) {
            return new Finding("repeatability", true, "the same bits twice");
        }
        // Libraries for CUDA add in an order of their own; then only the last digits may differ.
        var finding = Comparison.of("repeatability", first, second, KNOWN_TOLERANCE);
        return new Finding(
                finding.check(),
                finding.ok() && !torch.device().equals(ai.djl.Device.cpu()),
                "not the same bits twice, " + finding.detail());
    }

    private float[] trained() {
        try (var manager = torch.newManager();
                var weights = weights(manager);
                var optimiser = new RmsProp(manager, weights.parameters(), 0.99, 1e-8)) {
            for (int step = 0; step < STEPS; step++) {
                try (var scope = Scope.in(manager);
                        var tape = Tape.open()) {
                    var loss = loss(scope, weights);
                    optimiser.step(tape.gradients(loss, weights.parameterList()), 5e-4);
                }
            }
            return weights.get("pts_linears.1.weight").toFloatArray();
        }
    }
}
