// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.perceptual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.testing.Shared;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

/** LPIPS with SqueezeNet against the distances that came with its weights. */
class LpipsTest {
    private static final int SIZE = 64;

    private final Path folder = Shared.path("data/weights/lpips-squeezenet");
    private final NDManager manager = Torch.cpu().newManager();
    private final Scope scope = Scope.in(manager);

    @AfterEach
    void close() {
        scope.close();
        manager.close();
    }

    @Test
    void distancesAgree() throws IOException {
        var expected =
                Json.parse(folder.resolve("expected.json"))
                        .getAsJsonObject()
                        .getAsJsonObject("lpips_squeeze_v0.1_fp16weights");
        var lpips = open(folder);
        for (var pair : expected.entrySet()) {
            var names = pair.getKey().split(",");
            var distance = lpips.distance(image(names[0]), image(names[1])).getFloat(0);
            System.out.printf("lpips %s: %.7f%n", pair.getKey(), distance);
            assertEquals(pair.getValue().getAsDouble(), distance, 1e-5, pair.getKey());
        }
    }

    @Test
    void aBatchIsMeasuredImageByImage() throws IOException {
        var lpips = open(folder.getParent());
        var both = image("ex_p0").concat(image("ex_p1"), 0);
        var reference = image("ex_ref");
        var distances = lpips.distance(both, reference.concat(reference, 0)).toFloatArray();
        assertEquals(0.7112112, distances[0], 1e-5);
        assertEquals(0.1479352, distances[1], 1e-5);
    }

    @Test
    void theGradientIsTheSlopeAlongItself() throws IOException {
        var lpips = open(folder);
        var reference = image("ex_ref");
        try (var tape = Tape.open()) {
            var x = Tape.watch(image("ex_p0"));
            var loss = Ops.sumAll(lpips.distance(x, reference));
            var gradient = tape.gradients(loss, List.of(x)).get(0);
            double square = Ops.sumAll(Ops.square(gradient)).getFloat();
            double step = 1e-3 / Math.sqrt(square);
            var still = x.stopGradient();
            double up = moved(lpips, still, gradient, step, reference);
            double down = moved(lpips, still, gradient, -step, reference);
            assertEquals(square, (up - down) / (2 * step), 0.05 * square);
        }
    }

    private static double moved(
            Lpips lpips, NDArray x, NDArray gradient, double step, NDArray reference) {
        return lpips.distance(x.add(Ops.scale(gradient, step)), reference).getFloat(0);
    }

    @Test
    void aBlackImageHasAFiniteGradient() {
        var lpips = open(folder);
        try (var tape = Tape.open()) {
            var black = Tape.watch(Ops.scale(image(new float[3 * SIZE * SIZE]), 1).stopGradient());
            var target = Ops.add(black.stopGradient(), -1);
            var loss = Ops.sumAll(lpips.distance(black, target));
            for (float g : tape.gradients(loss, List.of(black)).get(0).toFloatArray()) {
                assertTrue(Float.isFinite(g));
            }
        }
    }

    @Test
    void imagesTooSmallForTheNetworkAreRefused() {
        var lpips = open(folder);
        var small = scope.array(new float[3 * 17 * 17], 1, 3, 17, 17);
        assertEquals(0, lpips.distance(small, small).getFloat(0));
        var tiny = scope.array(new float[3 * 16 * 16], 1, 3, 16, 16);
        assertThrows(InputException.class, () -> lpips.distance(tiny, tiny));
    }

    @Test
    void aFolderWithoutTheWeightsIsNamedWithWhatIsMissing() {
        var empty = folder.getParent().resolve("mednerf");
        var message = assertThrows(InputException.class, () -> open(empty)).getMessage();
        assertTrue(message.contains(empty.toString()), message);
        assertTrue(message.contains("squeezenet1_1_torchvision_fp16.npz"), message);
        assertTrue(message.contains("lpips_lin_v0.1_squeeze.npz"), message);
    }

    private Lpips open(Path where) {
        return Lpips.open(Backbone.SQUEEZE, Optional.of(where), manager);
    }

    private NDArray image(String name) throws IOException {
        var picture = ImageIO.read(folder.resolve(name + ".png").toFile());
        var values = new float[3 * SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            int rgb = picture.getRGB(i % SIZE, i / SIZE);
            for (int channel = 0; channel < 3; channel++) {
                int level = rgb >> (16 - 8 * channel) & 0xFF;
                values[channel * SIZE * SIZE + i] = level / 127.5f - 1;
            }
        }
        return image(values);
    }

    private NDArray image(float[] values) {
        return scope.array(values, 1, 3, SIZE, SIZE);
    }
}
