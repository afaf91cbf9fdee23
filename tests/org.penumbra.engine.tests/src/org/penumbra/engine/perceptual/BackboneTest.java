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
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.InputException;
import org.penumbra.io.numpy.NpyArray;
import org.penumbra.io.numpy.Npz;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Backbones with weights of the true networks' shapes (their values drawn), as a user brings them:
 * the layers must fit together, down to the smallest image that is accepted.
 */
class BackboneTest {
    private final NDManager manager = Torch.cpu().newManager();
    private final Scope scope = Scope.in(manager);

    @TempDir Path folder;

    @AfterEach
    void close() {
        scope.close();
        manager.close();
    }

    @Test
    void alexNetMeasuresImages() {
        var network = new LinkedHashMap<String, NpyArray>();
        convolution(network, 0, 64, 3, 11);
        convolution(network, 3, 192, 64, 5);
        convolution(network, 6, 384, 192, 3);
        convolution(network, 8, 256, 384, 3);
        convolution(network, 10, 256, 256, 3);
        Npz.write(folder.resolve("alexnet_torchvision.npz"), network);
        linear("lpips_lin_v0.1_alex.npz", 64, 192, 384, 256, 256);
        assertMeasures(Backbone.ALEX);
    }

    @Test
    void vgg16MeasuresImages() {
        var network = new LinkedHashMap<String, NpyArray>();
        int[] index = {0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28};
        int[] out = {64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512};
        for (int i = 0; i < index.length; i++) {
            convolution(network, index[i], out[i], i == 0 ? 3 : out[i - 1], 3);
        }
        Npz.write(folder.resolve("vgg16_torchvision_fp16.npz"), network);
        linear("lpips_lin_v0.1_vgg.npz", 64, 128, 256, 512, 512);
        assertMeasures(Backbone.VGG);
    }

    @Test
    void anArchiveOfAnotherNetworkIsNamed() {
        var network = new LinkedHashMap<String, NpyArray>();
        convolution(network, 0, 64, 3, 11);
        Npz.write(folder.resolve("alexnet_torchvision_fp16.npz"), network);
        linear("lpips_lin_v0.1_alex.npz", 64, 192, 384, 256, 256);
        var message = assertThrows(InputException.class, () -> open(Backbone.ALEX)).getMessage();
        assertTrue(message.contains("features.3.weight"), message);
    }

    private void assertMeasures(Backbone backbone) {
        var lpips = open(backbone);
        int side = backbone.smallest();
        assertEquals(0, lpips.distance(image(1, side), image(1, side)).getFloat(0));
        assertTrue(lpips.distance(image(1, side), image(2, side)).getFloat(0) > 0);
        assertThrows(
                InputException.class, () -> lpips.distance(image(1, side - 1), image(2, side - 1)));
    }

    private Lpips open(Backbone backbone) {
        return Lpips.open(backbone, Optional.of(folder), manager);
    }

    private NDArray image(int seed, int side) {
        var values = new Draw(seed, "image", 0).uniform(3 * side * side, -1, 1);
        return scope.array(values, 1, 3, side, side);
    }

    private static void convolution(
            Map<String, NpyArray> network, int index, int out, int in, int kernel) {
        var name = "features." + index;
        double bound = Math.sqrt(6.0 / (in * kernel * kernel));
        var weight =
                new Draw(index, "weight", 0).uniform(out * in * kernel * kernel, -bound, bound);
        int[] shape = {out, in, kernel, kernel};
        network.put(name + ".weight", new NpyArray(shape, weight));
        network.put(name + ".bias", new NpyArray(new int[] {out}, new float[out]));
    }

    private void linear(String file, int... channels) {
        var arrays = new LinkedHashMap<String, NpyArray>();
        for (int i = 0; i < channels.length; i++) {
            var values = new Draw(i, "linear", 0).uniform(channels[i]);
            int[] shape = {1, channels[i], 1, 1};
            arrays.put("lin" + i + ".model.1.weight", new NpyArray(shape, values));
        }
        Npz.write(folder.resolve(file), arrays);
    }
}
