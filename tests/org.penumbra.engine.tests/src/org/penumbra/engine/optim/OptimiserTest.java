// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.InputException;
import org.penumbra.io.numpy.Npz;
import org.penumbra.testing.Shared;

import java.util.List;
import java.util.Map;

/** The optimisers against their formulas in double precision and against PyTorch's numbers. */
class OptimiserTest {
    private static final int STEPS = 30;
    private static final double RATE = 1e-2;

    private final NDManager manager = Torch.cpu().newManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private Weights two() {
        return new Weights(manager)
                .parameter("a", new float[] {1, -2}, 2)
                .parameter("b", new float[] {0.5f}, 1, 1);
    }

    private static float[] gradient(int step) {
        return new Draw(3, "gradient", step).normal(3);
    }

    private void step(Optimiser optimiser, int step) {
        var g = gradient(step);
        try (var scope = Scope.in(manager)) {
            var gradients =
                    List.of(
                            scope.array(new float[] {g[0], g[1]}, 2),
                            scope.array(new float[] {g[2]}, 1, 1));
            optimiser.step(gradients, RATE);
        }
    }

    private static float[] values(Weights weights) {
        var a = weights.get("a").toFloatArray();
        return new float[] {a[0], a[1], weights.get("b").toFloatArray()[0]};
    }

    @Test
    void rmsPropFollowsItsFormula() {
        var weights = two();
        var optimiser = new RmsProp(manager, weights.parameters(), 0.99, 1e-8);
        double[] p = {1, -2, 0.5};
        var v = new double[3];
        for (int step = 0; step < STEPS; step++) {
            step(optimiser, step);
            var g = gradient(step);
            for (int i = 0; i < 3; i++) {
                v[i] = 0.99 * v[i] + 0.01 * g[i] * g[i];
                p[i] -= RATE * g[i] / (Math.sqrt(v[i]) + 1e-8);
            }
        }
        assertClose(p, values(weights));
    }

    @Test
    void adamFollowsItsFormula() {
        var weights = two();
        var optimiser = new Adam(manager, weights.parameters(), 0.9, 0.999, 1e-8);
        double[] p = {1, -2, 0.5};
        var m = new double[3];
        var v = new double[3];
        for (int step = 0; step < STEPS; step++) {
            step(optimiser, step);
            var g = gradient(step);
            for (int i = 0; i < 3; i++) {
                m[i] = 0.9 * m[i] + 0.1 * g[i];
                v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
                double mean = m[i] / (1 - Math.pow(0.9, step + 1));
                double square = v[i] / (1 - Math.pow(0.999, step + 1));
                p[i] -= RATE * mean / (Math.sqrt(square) + 1e-8);
            }
        }
        assertClose(p, values(weights));
    }

    @Test
    void adamAgreesWithPyTorchOnUncertaintyWeights() {
        var golden = Npz.read(Shared.path("golden/uncertainty_weighting.npz"));
        var losses = golden.get("task_losses").floats();
        var expected = golden.get("sigma_after_step").floats();
        var weights = new Weights(manager).parameter("sigma", new float[] {1, 1}, 2);
        var optimiser = new Adam(manager, weights.parameters(), 0.9, 0.999, 1e-8);
        for (int step = 0; step < losses.length / 2; step++) {
            var sigma = weights.get("sigma").toFloatArray();
            var gradient = new float[2];
            for (int k = 0; k < 2; k++) {
                double s = sigma[k];
                double fit = -losses[2 * step + k] / (s * s * s);
                gradient[k] = (float) (fit + 2 * s / (1 + s * s));
            }
            try (var scope = Scope.in(manager)) {
                optimiser.step(List.of(scope.array(gradient, 2)), 1e-3);
            }
            var now = weights.get("sigma").toFloatArray();
            assertEquals(expected[2 * step], now[0], 1e-6);
            assertEquals(expected[2 * step + 1], now[1], 1e-6);
        }
    }

    @Test
    void aCutAndResumedOptimiserMakesTheSameBits() {
        assertResumes(weights -> new RmsProp(manager, weights.parameters(), 0.9, 1e-8));
        assertResumes(weights -> new Adam(manager, weights.parameters(), 0.9, 0.99, 1e-8));
    }

    private interface Maker {
        Optimiser of(Weights weights);
    }

    private void assertResumes(Maker maker) {
        var uncut = two();
        var one = maker.of(uncut);
        for (int step = 0; step < 10; step++) {
            step(one, step);
        }
        var first = two();
        var before = maker.of(first);
        for (int step = 0; step < 5; step++) {
            step(before, step);
        }
        var second = two();
        second.load(first.export());
        var after = maker.of(second);
        after.load(before.state());
        for (int step = 5; step < 10; step++) {
            step(after, step);
        }
        assertArrayEquals(values(uncut), values(second));
    }

    @Test
    void missingStateIsAnInputError() {
        var optimiser = new RmsProp(manager, two().parameters(), 0.9, 1e-8);
        var refusal = assertThrows(InputException.class, () -> optimiser.load(Map.of()));
        assertEquals(true, refusal.getMessage().contains("a.square_avg"));
        var adam = new Adam(manager, two().parameters(), 0.9, 0.99, 1e-8);
        var state = new java.util.LinkedHashMap<>(adam.state());
        state.remove("step");
        assertThrows(InputException.class, () -> adam.load(state));
    }

    @Test
    void theAverageFollowsSlowly() {
        var weights = two();
        var average = new MovingAverage(manager, weights, 0.9);
        weights.load(
                new Weights(manager)
                        .parameter("a", new float[] {2, -2}, 2)
                        .parameter("b", new float[] {1.5f}, 1, 1)
                        .export());
        average.update();
        assertClose(new double[] {1.1, -2, 0.6}, values(average.weights()));
        average.update();
        assertClose(new double[] {1.19, -2, 0.69}, values(average.weights()));
    }

    @Test
    void theRateHalvesAtMilestones() {
        var schedule = new MilestoneSchedule(List.of(50_000, 100_000, 200_000), 0.5);
        assertEquals(5e-4, schedule.rate(5e-4, 49_999));
        assertEquals(2.5e-4, schedule.rate(5e-4, 50_000));
        assertEquals(1.25e-4, schedule.rate(5e-4, 100_000));
        assertEquals(6.25e-5, schedule.rate(5e-4, 1_000_000));
    }

    private static void assertClose(double[] expected, float[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 2e-6);
        }
    }
}
