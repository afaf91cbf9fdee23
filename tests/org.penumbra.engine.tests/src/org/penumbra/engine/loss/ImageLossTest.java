// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.settings.LossKind;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.InputException;
import org.penumbra.metrics.image.Image;
import org.penumbra.metrics.image.MsSsim;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Image losses against plain loops, and their gradients against finite differences. */
class ImageLossTest {
    private static final List<LossKind> WITHOUT_WEIGHTS =
            List.of(LossKind.MSE, LossKind.L1, LossKind.GRADIENT, LossKind.MS_SSIM);

    private final NDManager manager = Torch.cpu().newManager();
    private final Scope scope = Scope.in(manager);

    @AfterEach
    void close() {
        scope.close();
        manager.close();
    }

    @Test
    void simpleLossesEqualTheirLoops() {
        var x = values(1, 24);
        var y = values(2, 24);
        double squares = 0;
        double absolute = 0;
        double rows = 0;
        double columns = 0;
        for (int i = 0; i < 24; i++) {
            squares += Math.pow(x[i] - y[i], 2) / 24;
            absolute += Math.abs(x[i] - y[i]) / 24;
            columns += i % 6 == 5 ? 0 : Math.abs(x[i + 1] - x[i] - y[i + 1] + y[i]) / 20;
            rows += i >= 18 ? 0 : Math.abs(x[i + 6] - x[i] - y[i + 6] + y[i]) / 18;
        }
        assertEquals(squares, value(LossKind.MSE, x, y, 4, 6), 1e-6);
        assertEquals(absolute, value(LossKind.L1, x, y, 4, 6), 1e-6);
        assertEquals(rows + columns, value(LossKind.GRADIENT, x, y, 4, 6), 1e-6);
    }

    @Test
    void msSsimIsOneMinusTheMetricAtEveryNumberOfScales() {
        for (int size : new int[] {11, 16, 22, 33, 44, 88, 180}) {
            var x = smooth(3, size);
            var y = smooth(4, size);
            for (int i = 0; i < y.length; i++) {
                y[i] = 0.8f * x[i] + 0.2f * y[i];
            }
            // Each factor differs from the metric's by less than 1e-3, see MsSsimLoss.
            double metric = MsSsim.of(new Image(size, size, x), new Image(size, size, y), 2);
            assertEquals(1 - metric, value(LossKind.MS_SSIM, x, y, size, size), 1e-3, "" + size);
        }
    }

    @Test
    void msSsimOfEqualImagesIsNothing() {
        var x = smooth(5, 32);
        assertEquals(0, value(LossKind.MS_SSIM, x, x, 32, 32), 1e-6);
    }

    @Test
    void msSsimPullsUnlikeImagesTogetherWhereTheMetricIsFlat() {
        var x = smooth(6, 24);
        var y = smooth(7, 24);
        assertEquals(0, MsSsim.of(new Image(24, 24, x), new Image(24, 24, y), 2));
        double towards = 0;
        var gradient = gradient(LossKind.MS_SSIM, x, y, 24);
        for (int i = 0; i < y.length; i++) {
            assertTrue(Float.isFinite(gradient[i]));
            towards += gradient[i] * (y[i] - x[i]);
        }
        assertTrue(towards < 0, "slope " + towards);
    }

    @Test
    void msSsimRefusesImagesSmallerThanItsWindow() {
        var x = values(1, 100);
        assertThrows(InputException.class, () -> value(LossKind.MS_SSIM, x, x, 10, 10));
    }

    @Test
    void gradientsAreSlopes() {
        int size = 24;
        var x = smooth(6, size);
        var y = moved(x, smooth(7, size), 0.3);
        for (var kind : WITHOUT_WEIGHTS) {
            var gradient = gradient(kind, x, y, size);
            double slope = 0;
            double largest = 0;
            for (float g : gradient) {
                slope += g * g;
                largest = Math.max(largest, Math.abs(g));
            }
            // No pixel moves by more than 1e-3: absolute values have few kinks within that.
            double step = 1e-3 / largest;
            double up = value(kind, moved(x, gradient, step), y, size, size);
            double down = value(kind, moved(x, gradient, -step), y, size, size);
            assertEquals(slope, (up - down) / (2 * step), 0.02 * slope, "" + kind);
        }
    }

    @Test
    void theCodePriorIsHalfTheMeanSquare() {
        var code = scope.array(new float[] {1, -2, 3, 0}, 1, 4);
        var loss = Losses.open(LossKind.CODE_PRIOR, Optional.empty(), scope.manager());
        assertEquals(14.0 / 8, loss.of(new Loss.Fit(code, code, code)).getFloat(), 1e-6);
        assertThrows(
                InputException.class,
                () -> Losses.openImageLoss(LossKind.CODE_PRIOR, Optional.empty(), manager));
    }

    @Test
    void lossesThatNeedAbsentWeightsSaySoAndNameASubstitute() {
        for (var folder : List.of(Optional.<Path>empty(), Optional.of(Path.of("nowhere")))) {
            var alex = message(LossKind.LPIPS_ALEX, folder);
            assertTrue(alex.contains("alexnet_torchvision_fp16.npz"), alex);
            assertTrue(alex.contains("lpips_squeeze"), alex);
            assertTrue(alex.contains("not the published loss"), alex);
            assertTrue(message(LossKind.LPIPS_VGG, folder).contains("vgg16"), "vgg");
            assertTrue(message(LossKind.LPIPS_SQUEEZE, folder).contains("ms_ssim"), "squeeze");
        }
    }

    private String message(LossKind kind, Optional<Path> folder) {
        return assertThrows(InputException.class, () -> Losses.open(kind, folder, scope.manager()))
                .getMessage();
    }

    private double value(LossKind kind, float[] x, float[] y, int height, int width) {
        return loss(kind, scope.array(x, 1, 1, height, width), y).getFloat();
    }

    private float[] gradient(LossKind kind, float[] x, float[] y, int size) {
        try (var tape = Tape.open()) {
            var prediction = Tape.watch(scope.array(x, 1, 1, size, size));
            var loss = loss(kind, prediction, y);
            return tape.gradients(loss, List.of(prediction)).get(0).toFloatArray();
        }
    }

    private NDArray loss(LossKind kind, NDArray prediction, float[] y) {
        var target = scope.array(y, prediction.getShape().getShape());
        var loss = Losses.open(kind, Optional.empty(), scope.manager());
        return loss.of(new Loss.Fit(prediction, target, target));
    }

    private static float[] moved(float[] x, float[] direction, double step) {
        var y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += (float) (step * direction[i]);
        }
        return y;
    }

    private static float[] values(int seed, int count) {
        return new Draw(seed, "values", 0).uniform(count, -1, 1);
    }

    /** Waves with some noise: neighbouring pixels are alike, as in pictures. */
    private static float[] smooth(int seed, int size) {
        var noise = values(seed, size * size);
        for (int i = 0; i < noise.length; i++) {
            double wave = Math.sin(0.2 * seed * (i % size)) * Math.cos(0.3 * (i / size) + seed);
            noise[i] = (float) (0.7 * wave) + 0.2f * noise[i];
        }
        return noise;
    }
}
