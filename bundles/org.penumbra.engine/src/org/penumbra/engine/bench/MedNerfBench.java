// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.bench;

import ai.djl.ndarray.NDManager;

import org.penumbra.engine.camera.Camera;
import org.penumbra.engine.field.ConditionalField;
import org.penumbra.engine.field.FieldShape;
import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.optim.RmsProp;
import org.penumbra.engine.patch.PatchSampler;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.render.DensityNoise;
import org.penumbra.engine.render.RayBatch;
import org.penumbra.engine.render.Renderer;
import org.penumbra.engine.render.Sampling;
import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;
import org.penumbra.engine.torch.Torch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Times the generator's iteration at the published size, one image of 32 x 32 rays with 64 samples,
 * against {@link MatrixFloor}. The two take turns, so that a busy machine slows both.
 */
public final class MedNerfBench implements AutoCloseable {
    private static final int SAMPLES = 64;
    private static final int IMAGE_SIZE = 128;
    private static final int PATCH = 32;
    private static final int POINTS = PATCH * PATCH * SAMPLES;
    private static final long SEED = 1;

    private final NDManager manager;
    private final Weights weights;
    private final RmsProp optimiser;
    private final Renderer renderer;
    private final MatrixFloor floor;
    private final Camera camera = Camera.published();

    /**
     * Prepares the network and the floor's operands.
     *
     * @param torch the engine
     */
    public MedNerfBench(Torch torch) {
        manager = torch.newManager();
        var shape = FieldShape.published();
        var field = new ConditionalField(shape);
        weights = field.initial(manager, new Initialiser(SEED, "generator"));
        optimiser = new RmsProp(manager, weights.parameters(), 0.99, 1e-8);
        renderer = new Renderer(field);
        floor = new MatrixFloor(manager, shape, POINTS);
    }

    private record Times(double floor, double forward, double backward, double optimiser) {
        double iteration() {
            return forward + backward + optimiser;
        }
    }

    /**
     * Measures.
     *
     * @param rounds timed turns after one to warm up
     * @return medians in seconds by name, and {@code ratio_to_floor}, the median iteration over the
     *     median floor
     */
    public Map<String, Double> run(int rounds) {
        round(0);
        var times = new Times[rounds];
        for (int i = 0; i < rounds; i++) {
            times[i] = round(i + 1);
        }
        var figures = new LinkedHashMap<String, Double>();
        figures.put("iteration_seconds", median(times, Times::iteration));
        figures.put("forward_seconds", median(times, Times::forward));
        figures.put("backward_seconds", median(times, Times::backward));
        figures.put("optimiser_seconds", median(times, Times::optimiser));
        figures.put("floor_seconds", median(times, Times::floor));
        figures.put(
                "ratio_to_floor", figures.get("iteration_seconds") / figures.get("floor_seconds"));
        return figures;
    }

    private Times round(int step) {
        long start = System.nanoTime();
        floor.run();
        long floored = System.nanoTime();
        try (var scope = Scope.in(manager);
                var tape = Tape.open()) {
            var codes = scope.array(new Draw(SEED, "code", step).normal(256), 1, 256);
            var seen = renderer.render(scope, weights, codes, rays(step));
            var loss = Ops.meanAll(Ops.square(seen.colour()));
            loss.getFloat();
            long forward = System.nanoTime();
            var gradients = tape.gradients(loss, weights.parameterList());
            gradients.getFirst().toFloatArray();
            long backward = System.nanoTime();
            optimiser.step(gradients, 5e-4);
            weights.get("rgb_linear.bias").toFloatArray();
            long end = System.nanoTime();
            return new Times(
                    (floored - start) / 1e9,
                    (forward - floored) / 1e9,
                    (backward - forward) / 1e9,
                    (end - backward) / 1e9);
        }
    }

    private RayBatch rays(int step) {
        var patch = new PatchSampler(PATCH, 0.25, 1, 0.0025).random(new Draw(SEED, "patch", step));
        var rays =
                camera.rays(
                        camera.random(new Draw(SEED, "camera", step)),
                        IMAGE_SIZE,
                        patch.columns(IMAGE_SIZE),
                        patch.rows(IMAGE_SIZE));
        var depths = Sampling.stratified(rays, SAMPLES, new Draw(SEED, "depth", step));
        var noise = new DensityNoise(1, 5000).draw(POINTS, new Draw(SEED, "noise", step));
        return new RayBatch.Builder().add(rays, depths, noise).build();
    }

    private interface Figure {
        double of(Times times);
    }

    private static double median(Times[] times, Figure figure) {
        var sorted = Arrays.stream(times).mapToDouble(figure::of).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    @Override
    public void close() {
        manager.close();
    }
}
