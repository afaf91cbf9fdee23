// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.perceptual;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.perceptual.Layer.Tap;
import org.penumbra.engine.torch.TorchScript;
import org.penumbra.io.InputException;
import org.penumbra.io.numpy.NpyArray;
import org.penumbra.io.numpy.Npz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The LPIPS distance: both images' features at each tap are scaled to unit length over the
 * channels, their squared differences weighted by the learned linear layer, averaged over the
 * pixels and summed over the taps. Differentiable by either image; the weights are constants.
 */
public final class Lpips implements AutoCloseable {
    // 1e-20 keeps the root's slope finite where all channels are zero (dark background).
    private static final TorchScript COMPARE =
            TorchScript.of(
                    "LpipsTap",
                    """
                    def forward(self, x: Tensor, y: Tensor, linear: Tensor) -> Tensor:
                        difference = torch.sub(self.unit(x), self.unit(y))
                        squared = torch.mul(difference, difference)
                        return torch.mean(torch.conv2d(squared, linear), [1, 2, 3])

                    def unit(self: __torch__.LpipsTap, x: Tensor) -> Tensor:
                        length = torch.sum(torch.mul(x, x), [1], True)
                        length = torch.sqrt(torch.add(length, 1e-20))
                        return torch.div(x, torch.add(length, 1e-10))
                    """);

    private final Backbone backbone;
    private final Weights weights;

    private Lpips(Backbone backbone, Weights weights) {
        this.backbone = backbone;
        this.weights = weights;
    }

    /**
     * Reads a network's weights.
     *
     * @param backbone the network
     * @param folder the user's folder of weights, where one is set; the archives lie in it or in a
     *     folder directly below
     * @param parent where the weights live
     * @return the distance; the caller closes it, or the parent
     * @throws InputException when an archive or a weight in it is missing
     */
    public static Lpips open(Backbone backbone, Optional<Path> folder, NDManager parent) {
        var files = new WeightFolder(folder);
        var network = files.find(backbone, backbone.networkFiles());
        var linear = files.find(backbone, List.of(backbone.linearFile()));
        var weights = new Weights(parent);
        read(network, backbone.weights(), weights);
        read(linear, linearNames(backbone), weights);
        return new Lpips(backbone, weights);
    }

    private static List<String> linearNames(Backbone backbone) {
        return IntStream.range(0, backbone.taps()).mapToObj(Lpips::linear).toList();
    }

    private static String linear(int tap) {
        return "lin" + tap + ".model.1.weight";
    }

    private static void read(Path file, List<String> names, Weights into) {
        Map<String, NpyArray> arrays = Npz.read(file);
        for (var name : names) {
            var array = arrays.get(name);
            if (array == null) {
                throw new InputException(
                        "%s has no array '%s': it holds another network's weights."
                                .formatted(file, name));
            }
            into.buffer(name, array.floats(), longs(array.shape()));
        }
    }

    private static long[] longs(int[] shape) {
        return IntStream.of(shape).asLongStream().toArray();
    }

    /**
     * The distance between images.
     *
     * @param x [batch, 3, height, width] in [−1, 1]
     * @param y the same shape
     * @return [batch], in the manager of x
     * @throws InputException when the images are too small for the network's pooling
     */
    public NDArray distance(NDArray x, NDArray y) {
        long side = Math.min(x.getShape().get(2), x.getShape().get(3));
        if (side < backbone.smallest()) {
            throw new InputException(
                    "The loss %s needs images of at least %d pixels a side, not %d."
                            .formatted(backbone.loss(), backbone.smallest(), side));
        }
        var left = features(x);
        var right = features(y);
        var total = COMPARE.call(left.get(0), right.get(0), weights.get(linear(0)));
        for (int tap = 1; tap < left.size(); tap++) {
            var linear = weights.get(linear(tap));
            total = total.add(COMPARE.call(left.get(tap), right.get(tap), linear));
        }
        return total;
    }

    private List<NDArray> features(NDArray image) {
        var features = new ArrayList<NDArray>();
        var x = image;
        for (var layer : backbone.layers()) {
            x = layer.apply(x, weights);
            if (layer instanceof Tap) {
                features.add(x);
            }
        }
        return features;
    }

    /**
     * The network.
     *
     * @return the backbone
     */
    public Backbone backbone() {
        return backbone;
    }

    @Override
    public void close() {
        weights.close();
    }
}
