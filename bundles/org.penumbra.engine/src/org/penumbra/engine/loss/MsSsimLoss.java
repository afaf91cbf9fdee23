// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.TorchScript;
import org.penumbra.io.InputException;

import java.util.List;

/**
 * 1 − MS-SSIM (Wang, Simoncelli and Bovik 2003) for images in [−1, 1], scale for scale as {@code
 * org.penumbra.metrics.image.MsSsim} measures it: fewer scales for images below 176 pixels.
 *
 * <p>The metric counts a negative factor c as 0, where nothing pulls unlike images together; here
 * each factor is (c + √(c² + δ²)) / (1 + √(1 + δ²)) with δ = 0.02, which is positive and rises
 * everywhere. Where c is above 0.2 the two differ by less than 1e-3.
 */
public record MsSsimLoss() implements ImageLoss {
    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;

    // Blurring by matrix products with the window's band matrix is several times faster than by
    // convolutions with a single channel.
    private static final TorchScript SCRIPT =
            TorchScript.of(
                    "MsSsim",
                    """
                    def forward(self, prediction: Tensor, target: Tensor, window: Tensor) \
                    -> Tensor:
                        weights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333]
                        side = torch.size(prediction, 2)
                        if torch.gt(side, torch.size(prediction, 3)):
                            side = torch.size(prediction, 3)
                        scales = 1
                        total = weights[0]
                        for i in range(4):
                            side = torch.floordiv(side, 2)
                            if torch.ge(side, 11):
                                scales = scales + 1
                                total = torch.add(total, weights[i + 1])
                        x = torch.flatten(prediction, 0, 1)
                        y = torch.flatten(target, 0, 1)
                        logarithm = torch.mul(torch.mean(x, [1, 2]), 0.)
                        for i in range(scales):
                            if torch.gt(i, 0):
                                x = torch.avg_pool2d(x, [2, 2], [2, 2])
                                y = torch.avg_pool2d(y, [2, 2], [2, 2])
                            factor = self.similarity(x, y, window, torch.eq(i, scales - 1))
                            root = torch.sqrt(torch.add(torch.mul(factor, factor), 0.0004))
                            factor = torch.div(torch.add(factor, root), 2.00019998)
                            power = torch.div(weights[i], total)
                            logarithm = torch.add(logarithm, torch.mul(torch.log(factor), power))
                        batch = torch.size(prediction, 0)
                        channels = torch.reshape(torch.exp(logarithm), [batch, -1])
                        return torch.rsub(torch.mean(channels, [1]), 1)

                    def band(self: __torch__.MsSsim, x: Tensor, axis: int, window: Tensor) \
                    -> Tensor:
                        one = torch.diag(torch.new_ones(x, [torch.size(x, axis)]))
                        taps = torch.reshape(window, [1, 1, 11])
                        return torch.squeeze(torch.conv1d(torch.unsqueeze(one, 1), taps), 1)

                    def similarity(self: __torch__.MsSsim, x: Tensor, y: Tensor, \
                    window: Tensor, last: bool) -> Tensor:
                        all = torch.stack([x, y, torch.mul(x, x), torch.mul(y, y), \
                    torch.mul(x, y)])
                        rows = torch.matmul(torch.t(self.band(x, 1, window)), all)
                        blurred = torch.matmul(rows, self.band(x, 2, window))
                        mx = torch.select(blurred, 0, 0)
                        my = torch.select(blurred, 0, 1)
                        mxy = torch.mul(mx, my)
                        mm = torch.add(torch.mul(mx, mx), torch.mul(my, my))
                        vv = torch.add(torch.select(blurred, 0, 2), torch.select(blurred, 0, 3))
                        vv = torch.sub(vv, mm)
                        cxy = torch.sub(torch.select(blurred, 0, 4), mxy)
                        up = torch.add(torch.mul(cxy, 2.), 0.0036)
                        ratio = torch.div(up, torch.add(vv, 0.0036))
                        if last:
                            up = torch.add(torch.mul(mxy, 2.), 0.0004)
                            ratio = torch.mul(ratio, torch.div(up, torch.add(mm, 0.0004)))
                        return torch.mean(ratio, [1, 2])
                    """);

    @Override
    public NDArray perImage(NDArray prediction, NDArray target) {
        long side = Math.min(prediction.getShape().get(2), prediction.getShape().get(3));
        if (side < WINDOW) {
            throw new InputException(
                    "MS-SSIM needs images of at least 11 pixels a side, not "
                            + side
                            + ": take larger ones or another loss.");
        }
        var window = Ops.array(prediction.getManager(), gaussian(), WINDOW);
        return SCRIPT.differentiable(
                        prediction.getManager(), List.of(prediction, target, window), List.of())
                .get(0);
    }

    private static float[] gaussian() {
        var window = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            double distance = i - WINDOW / 2;
            window[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
            sum += window[i];
        }
        var normalised = new float[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            normalised[i] = (float) (window[i] / sum);
        }
        return normalised;
    }
}
