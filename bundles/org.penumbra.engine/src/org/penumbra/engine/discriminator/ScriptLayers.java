// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.discriminator;

/**
 * TorchScript of the layers that the blocks are made of. {@code w} holds the weights by their
 * original names.
 */
final class ScriptLayers {
    private ScriptLayers() {}

    /**
     * A convolution's kernel, divided by its greatest singular value where it is spectrally
     * normalised: one power iteration per use while training (as {@code torch.nn.utils
     * .spectral_norm}, epsilon 1e-12), the stored vectors otherwise.
     */
    private static final String KERNEL =
            """
            def unit(self: __torch__.Discriminator, x: Tensor) -> Tensor:
                return torch.div(x, torch.clamp_min(torch.norm(x, 2), 1e-12))

            def kernel(self: __torch__.Discriminator, w: Dict[str, Tensor], name: str, \
            training: bool) -> Tensor:
                if torch.__contains__(w, name + ".weight"):
                    return w[name + ".weight"]
                weight = w[name + ".weight_orig"]
                rows = torch.flatten(weight, 1)
                u = w[name + ".weight_u"]
                v = w[name + ".weight_v"]
                if training:
                    v1 = self.unit(torch.mv(torch.t(torch.detach(rows)), u))
                    image = torch.mv(rows, v1)
                    u1 = self.unit(torch.detach(image))
                    _0 = torch.copy_(v, v1)
                    _1 = torch.copy_(u, u1)
                    return torch.div(weight, torch.dot(u1, image))
                return torch.div(weight, torch.dot(u, torch.mv(rows, v)))
            """;

    private static final String LAYERS =
            """
            def convolve(self: __torch__.Discriminator, w: Dict[str, Tensor], name: str, \
            x: Tensor, stride: int, padding: int, training: bool) -> Tensor:
                return torch.conv2d(x, self.kernel(w, name, training), None, \
            [stride, stride], [padding, padding], [1, 1], 1)

            def normalise(self: __torch__.Discriminator, w: Dict[str, Tensor], name: str, \
            x: Tensor, training: bool) -> Tensor:
                if training:
                    _0 = torch.add_(w[name + ".num_batches_tracked"], 1)
                return torch.batch_norm(x, w[name + ".weight"], w[name + ".bias"], \
            w[name + ".running_mean"], w[name + ".running_var"], training, 0.1, 1e-5, True)

            def leaky(self: __torch__.Discriminator, x: Tensor) -> Tensor:
                return torch.leaky_relu(x, 0.2)

            def excite(self: __torch__.Discriminator, w: Dict[str, Tensor], name: str, \
            small: Tensor, big: Tensor, training: bool) -> Tensor:
                y = torch.adaptive_avg_pool2d(small, [4, 4])
                y = torch.silu(self.convolve(w, name + ".main.1", y, 1, 0, training))
                y = self.convolve(w, name + ".main.3", y, 1, 0, training)
                return torch.mul(big, torch.sigmoid(y))

            def decode(self: __torch__.Discriminator, w: Dict[str, Tensor], name: str, \
            x: Tensor, start: int, training: bool) -> Tensor:
                y = torch.adaptive_avg_pool2d(x, [start, start])
                for i in range(4):
                    layer = name + ".main." + str(i + 1)
                    y = self.enlarge(w, layer + ".1", y, training)
                    y = torch.glu(self.normalise(w, layer + ".2", y, training), 1)
                return torch.tanh(self.convolve(w, name + ".main.5", y, 1, 1, training))

            def head(self: __torch__.Discriminator, w: Dict[str, Tensor], i: int, \
            x: Tensor, training: bool) -> Tensor:
                y = self.convolve(w, "dag_heads.0.0", x, 1, 0, training)
                y = self.leaky(self.normalise(w, "dag_heads.0.1", y, training))
                y = self.convolve(w, "dag_heads." + str(i) + ".3", y, 1, 0, training)
                return torch.reshape(y, [-1])
            """;

    /**
     * Doubling by nearest pixels followed by a 3x3 convolution, as one transposed convolution whose
     * 4x4 kernel sums the taps that fall on the same source pixel: the same result from 16 products
     * per source pixel instead of 36. Measured at the published size: 1.4 times faster forward and
     * backward.
     */
    private static final String ENLARGE =
            """
            def enlarge(self: __torch__.Discriminator, w: Dict[str, Tensor], name: str, \
            x: Tensor, training: bool) -> Tensor:
                turned = torch.flip(self.kernel(w, name, training), [2, 3])
                wide = torch.constant_pad_nd(turned, [1, 1, 1, 1], 0)
                summed = torch.mul(torch.avg_pool2d(wide, [2, 2], [1, 1]), 4.)
                return torch.conv_transpose2d(x, torch.transpose(summed, 0, 1), None, \
            [2, 2], [1, 1], [0, 0], 1, [1, 1])
            """;

    private static final String SPECTRAL =
            """
            def first(self: __torch__.Discriminator, w: Dict[str, Tensor], x: Tensor, \
            training: bool) -> Tensor:
                return self.leaky(self.convolve(w, "down_from_big.0", x, 1, 1, training))

            def down(self: __torch__.Discriminator, w: Dict[str, Tensor], name: str, \
            x: Tensor, training: bool) -> Tensor:
                y = self.convolve(w, name + ".main.0", x, 2, 1, training)
                y = self.leaky(self.normalise(w, name + ".main.1", y, training))
                y = self.convolve(w, name + ".main.3", y, 1, 1, training)
                y = self.leaky(self.normalise(w, name + ".main.4", y, training))
                z = torch.avg_pool2d(x, [2, 2], [2, 2])
                z = self.convolve(w, name + ".direct.1", z, 1, 0, training)
                z = self.leaky(self.normalise(w, name + ".direct.2", z, training))
                return torch.mul(torch.add(y, z), 0.5)
            """;

    private static final String REPVGG =
            """
            def repvgg(self: __torch__.Discriminator, w: Dict[str, Tensor], name: str, \
            x: Tensor, stride: int, training: bool) -> Tensor:
                y = self.convolve(w, name + ".rbr_dense.conv", x, stride, 1, training)
                y = self.normalise(w, name + ".rbr_dense.bn", y, training)
                z = self.convolve(w, name + ".rbr_1x1.conv", x, stride, 0, training)
                z = self.normalise(w, name + ".rbr_1x1.bn", z, training)
                return torch.relu(torch.add(y, z))

            def first(self: __torch__.Discriminator, w: Dict[str, Tensor], x: Tensor, \
            training: bool) -> Tensor:
                return self.repvgg(w, "down_from_big.0", x, 1, training)

            def down(self: __torch__.Discriminator, w: Dict[str, Tensor], name: str, \
            x: Tensor, training: bool) -> Tensor:
                return self.repvgg(w, name, x, 2, training)
            """;

    static String of(BlockKind kind) {
        return KERNEL
                + LAYERS
                + ENLARGE
                + switch (kind) {
                    case SPECTRAL -> SPECTRAL;
                    case REPVGG -> REPVGG;
                };
    }
}
