// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.engine.camera.Camera;
import org.penumbra.engine.camera.Pose;
import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.tensors.FloatTensor;

import java.util.ArrayList;
import java.util.List;

/** Gradients, repeatability and the optics of the renderer on small scenes. */
class RendererTest {
    private static final double STEP = 3e-4;

    private final NDManager manager = Torch.cpu().newManager();

    @AfterEach
    void close() {
        manager.close();
    }

    /** Every weight's gradient, then the code's; garbage is collected before the backward pass. */
    private List<float[]> gradients(SmallScene scene, Weights weights, float[] codes) {
        try (var scope = Scope.in(manager);
                var tape = Tape.open()) {
            var code = Tape.watch(codes(scope, scene, codes));
            var seen = scene.renderer().render(scope, weights, code, scene.rays(true));
            var loss = loss(seen, scope);
            System.gc();
            var inputs = weights.parameterList();
            inputs.add(code);
            return tape.gradients(loss, inputs).stream().map(NDArray::toFloatArray).toList();
        }
    }

    private double loss(SmallScene scene, Weights weights, float[] codes) {
        try (var scope = Scope.in(manager)) {
            var code = codes(scope, scene, codes);
            var seen = scene.renderer().still(scope, weights, code, scene.rays(true));
            var colour = seen.colour().toFloatArray();
            var target = target(colour.length);
            double loss = 0;
            for (int i = 0; i < colour.length; i++) {
                double difference = (double) colour[i] - target[i];
                loss += 10 * difference * difference;
            }
            for (float opacity : seen.opacity().toFloatArray()) {
                loss += (double) opacity * opacity;
            }
            return loss;
        }
    }

    private static float[] target(int count) {
        return new Draw(9, "target", 0).uniform(count);
    }

    private static NDArray codes(Scope scope, SmallScene scene, float[] codes) {
        return scope.array(codes, SmallScene.IMAGES, scene.field().shape().code());
    }

    private static NDArray loss(Rendering seen, Scope scope) {
        var target = target((int) seen.colour().size());
        var difference =
                seen.colour().sub(scope.array(target, seen.colour().getShape().getShape()));
        return Ops.scale(Ops.sumAll(Ops.square(difference)), 10)
                .add(Ops.sumAll(Ops.square(seen.opacity())));
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        assertGradients(SmallScene.of(4, 1));
        assertGradients(SmallScene.of(2, 4));
    }

    private void assertGradients(SmallScene scene) {
        var weights = scene.weights(manager);
        var gradients = gradients(scene, weights, scene.codes());
        int tensor = 0;
        for (var name : weights.parameters().keySet()) {
            var gradient = gradients.get(tensor++);
            assertDirection(scene, weights, name, gradient);
        }
        assertCodeDirection(scene, weights, gradients.getLast());
    }

    /**
     * Along its own gradient, where a difference of floats says most, and by so little that hardly
     * any of the network's kinks lie between.
     */
    private void assertDirection(SmallScene scene, Weights weights, String name, float[] gradient) {
        double length = length(gradient);
        assertTrue(length > 0, name);
        var original = weights.export();
        var tensor = original.get(name);
        var sides = new double[2];
        for (int side = 0; side < 2; side++) {
            var moved = weights.export();
            var values = moved(tensor.data(), gradient, (side == 0 ? -STEP : STEP) / length);
            moved.put(name, new FloatTensor(tensor.shape(), values));
            weights.load(moved);
            sides[side] = loss(scene, weights, scene.codes());
        }
        weights.load(original);
        assertSlope(name, (sides[1] - sides[0]) / (2 * STEP), length);
    }

    private void assertCodeDirection(SmallScene scene, Weights weights, float[] gradient) {
        double length = length(gradient);
        double up = loss(scene, weights, moved(scene.codes(), gradient, STEP / length));
        double down = loss(scene, weights, moved(scene.codes(), gradient, -STEP / length));
        assertSlope("code", (up - down) / (2 * STEP), length);
    }

    private static void assertSlope(String name, double slope, double length) {
        assertEquals(length, slope, 0.02 * length, name);
    }

    private static float[] moved(float[] values, float[] direction, double by) {
        var moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (by * direction[i]);
        }
        return moved;
    }

    private static double length(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    @Test
    void repeatsToTheBit() {
        var scene = SmallScene.of(4, 1);
        var weights = scene.weights(manager);
        var first = gradients(scene, weights, scene.codes());
        for (int i = 0; i < 10; i++) {
            var again = gradients(scene, weights, scene.codes());
            for (int k = 0; k < first.size(); k++) {
                assertArrayEquals(first.get(k), again.get(k));
            }
        }
    }

    @Test
    void anotherThreadComputesTheSameBits() throws InterruptedException {
        var scene = SmallScene.of(4, 1);
        var weights = scene.weights(manager);
        var here = gradients(scene, weights, scene.codes());
        var there = new ArrayList<List<float[]>>();
        var thread =
                new Thread(
                        () -> {
                            for (int i = 0; i < 4; i++) {
                                there.add(gradients(scene, weights, scene.codes()));
                            }
                        });
        thread.start();
        thread.join();
        assertEquals(4, there.size());
        for (var gradients : there) {
            for (int k = 0; k < here.size(); k++) {
                assertArrayEquals(here.get(k), gradients.get(k));
            }
        }
    }

    @Test
    void blocksOfRaysDoNotShow() {
        // A block holds 2^20 activations: at width 64 and 6 samples 2,730 of the 5,041 rays.
        var scene = SmallScene.of(4, 1, 64);
        var weights = scene.weights(manager);
        var rays = Camera.published().rays(Pose.onSphere(10, 80, 10), 71);
        try (var scope = Scope.in(manager)) {
            var code = scope.array(new Draw(5, "code", 0).normal(5), 1, 5);
            var batch = RayBatch.still(rays, SmallScene.SAMPLES);
            var all = scene.renderer().still(scope, weights, code, batch).colour().toFloatArray();
            for (int ray : new int[] {0, 2729, 2730, 5040}) {
                var one = scene.renderer().still(scope, weights, code, batch.part(ray, 1));
                var colour = one.colour().toFloatArray();
                for (int channel = 0; channel < 3; channel++) {
                    assertEquals(all[3 * ray + channel], colour[channel], 1e-6);
                }
            }
        }
    }

    @Test
    void theGradientOfALargeImageIsTheSameInParts() {
        var scene = SmallScene.of(4, 1);
        var weights = scene.weights(manager);
        var rays = Camera.published().rays(Pose.onSphere(10, 80, 10), SmallScene.SIDE);
        var batch = RayBatch.still(rays, SmallScene.SAMPLES);
        try (var scope = Scope.in(manager)) {
            var code = scope.array(new Draw(5, "code", 0).normal(5), 1, 5);
            var upstream = scope.array(new Draw(5, "up", 0).normal(48), 1, 16, 3);
            var inputs = weights.parameterList();
            var parts = scene.renderer().pullBack(scope, weights, code, batch, upstream, inputs, 5);
            try (var tape = Tape.open()) {
                var seen = scene.renderer().render(scope, weights, code, batch);
                var whole = tape.gradients(Ops.sumAll(seen.colour().mul(upstream)), inputs);
                for (int i = 0; i < whole.size(); i++) {
                    assertArrayEquals(
                            whole.get(i).toFloatArray(), parts.get(i).toFloatArray(), 1e-4f);
                }
            }
        }
    }

    @Test
    void anEmptyFieldIsBlackAndAnOpaqueOneIsNear() {
        var scene = SmallScene.of(2, 4);
        assertScene(scene, -1, -1, 0, 1e10);
        assertScene(scene, 1e4, 0, 1, 1 / 7.0);
    }

    /** Sets density and colour by their biases alone. */
    private void assertScene(
            SmallScene scene, double density, double grey, double opacity, double disparity) {
        var weights = scene.weights(manager);
        var tensors = weights.export();
        tensors.replaceAll(
                (name, tensor) -> new FloatTensor(tensor.shape(), new float[tensor.data().length]));
        tensors.put(
                "alpha_linear.bias", new FloatTensor(new int[] {1}, new float[] {(float) density}));
        weights.load(tensors);
        try (var scope = Scope.in(manager)) {
            var code = scope.array(new float[5], 1, 5);
            var rays = Camera.published().rays(Pose.onSphere(0, 80, 10), SmallScene.SIDE);
            var seen =
                    scene.renderer()
                            .still(scope, weights, code, RayBatch.still(rays, SmallScene.SAMPLES));
            assertEquals(opacity, seen.opacity().toFloatArray()[3], 1e-6);
            assertEquals(disparity, seen.disparity().toFloatArray()[3], 1e-5 * disparity);
            assertEquals(grey, seen.colour().toFloatArray()[3], 1e-6);
        }
    }

    @Test
    void imagesAreChannelsFirst() {
        var scene = SmallScene.of(2, 4);
        var weights = scene.weights(manager);
        try (var scope = Scope.in(manager)) {
            var seen =
                    scene.renderer()
                            .still(
                                    scope,
                                    weights,
                                    codes(scope, scene, scene.codes()),
                                    scene.rays(false));
            var images = seen.images();
            assertArrayEquals(new long[] {2, 3, 4, 4}, images.getShape().getShape());
            assertEquals(seen.colour().getFloat(1, 6, 2), images.getFloat(1, 2, 1, 2));
        }
    }

    @Test
    void manyStepsKeepNoArrays() {
        var scene = SmallScene.of(4, 1);
        var weights = scene.weights(manager);
        var counts = new ArrayList<Integer>();
        for (int i = 0; i < 3; i++) {
            gradients(scene, weights, scene.codes());
            counts.add(manager.getManagedArrays().size());
            counts.add(weights.manager().getManagedArrays().size());
        }
        assertEquals(counts.subList(0, 2), counts.subList(4, 6));
    }
}
