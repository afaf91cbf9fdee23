// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.engine.discriminator.Golden;
import org.penumbra.engine.settings.UncertaintySettings;
import org.penumbra.engine.settings.UncertaintySettings.Form;
import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.InputException;

import java.util.LinkedHashMap;
import java.util.List;

/** Learned weights against PyTorch's numbers and against their formulas. */
class UncertaintyWeightingTest {
    private final NDManager manager = Torch.cpu().newManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void twentyAdamStepsAgreeWithPyTorch() {
        var golden = Golden.read("uncertainty_weighting.npz");
        var losses = golden.floats("task_losses");
        var totals = new float[20];
        var sigmas = new float[40];
        try (var weighting = weighting(Form.LIEBEL_KOERNER, 1)) {
            for (int step = 0; step < 20; step++) {
                totals[step] = step(weighting, losses[2 * step], losses[2 * step + 1]);
                sigmas[2 * step] = weighting.sigmas().get("perceptual").floatValue();
                sigmas[2 * step + 1] = weighting.sigmas().get("pixel").floatValue();
            }
        }
        golden.assertAgrees("total", totals, 1e-6);
        golden.assertAgrees("sigma_after_step", sigmas, 1e-6);
    }

    @Test
    void bothFormsFollowTheirFormulas() {
        try (var liebel = weighting(Form.LIEBEL_KOERNER, 0.5);
                var kendall = weighting(Form.KENDALL, 0.5)) {
            assertEquals(2 * (0.3 + 0.7) + 2 * Math.log(1.25), step(liebel, .3f, .7f), 1e-6);
            assertEquals(2 * (0.3 + 0.7) + 2 * Math.log(0.5), step(kendall, .3f, .7f), 1e-6);
        }
    }

    @Test
    void effectiveWeightsAreHalfTheInverseSquares() {
        try (var weighting = weighting(Form.KENDALL, 2)) {
            assertEquals(0.125, weighting.weights().get("pixel"), 1e-12);
        }
    }

    @Test
    void aSavedStateGoesOnToTheSameBits() {
        try (var one = weighting(Form.LIEBEL_KOERNER, 1);
                var other = weighting(Form.LIEBEL_KOERNER, 3)) {
            step(one, 1, 2);
            step(one, 2, 1);
            other.load(one.state());
            assertEquals(step(one, 1, 1), step(other, 1, 1));
            assertEquals(one.sigmas(), other.sigmas());
        }
    }

    @Test
    void gradientsOfTheLossesAreTheEffectiveWeights() {
        try (var weighting = weighting(Form.LIEBEL_KOERNER, 0.8);
                var scope = Scope.in(manager);
                var tape = Tape.open()) {
            var loss = Tape.watch(Ops.scalar(scope.manager(), 0.4));
            var total = weighting.total(List.of(loss, Ops.scalar(scope.manager(), 2)));
            var gradient = tape.gradients(total, List.of(loss)).get(0).toFloatArray();
            var weight = weighting.weights().get("perceptual").floatValue();
            assertArrayEquals(new float[] {weight}, gradient, 1e-6f);
        }
    }

    @Test
    void aSigmaOfZeroIsRefused() {
        assertThrows(InputException.class, () -> weighting(Form.KENDALL, 0));
    }

    private float step(UncertaintyWeighting weighting, float... losses) {
        try (var scope = Scope.in(manager);
                var tape = Tape.open()) {
            var arrays =
                    List.<NDArray>of(
                            Ops.scalar(scope.manager(), losses[0]),
                            Ops.scalar(scope.manager(), losses[1]));
            var total = weighting.total(arrays);
            weighting.step(tape.gradients(total, weighting.parameters()));
            return total.getFloat();
        }
    }

    private UncertaintyWeighting weighting(Form form, double sigma) {
        var terms = new LinkedHashMap<String, Double>();
        terms.put("perceptual", 1.0);
        terms.put("pixel", 1.0);
        return new UncertaintyWeighting(manager, new UncertaintySettings(form, sigma, 1e-3), terms);
    }
}
