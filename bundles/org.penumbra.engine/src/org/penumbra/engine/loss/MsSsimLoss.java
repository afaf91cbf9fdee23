// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.TorchScript;
import org.penumbra.io.InputException;

/**
 * 1 − MS-SSIM (Wang, Simoncelli and Bovik 2003) for images in [−1, 1], scale for scale as {@code
 * org.penumbra.metrics.image.MsSsim} measures it: fewer scales for images below 176 pixels. A
 * factor below 1e-4 counts as 1e-4, where the power's slope is still finite.
 */
public record MsSsimLoss() implements ImageLoss {
    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;

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
                        batch = torch.size(prediction, 0)
                        x = torch.flatten(prediction, 0, 1)
                        x = torch.unsqueeze(x, 1)
                        y = torch.unsqueeze(torch.flatten(target, 0, 1), 1)
                        product = torch.ones_like(torch.select(x, 1, 0))
                        product = torch.mean(product, [1, 2])
                        for i in range(scales):
                            if torch.gt(i, 0):
                                x = torch.avg_pool2d(x, [2, 2], [2, 2])
                                y = torch.avg_pool2d(y, [2, 2], [2, 2])
                            factor = self.similarity(x, y, window, torch.eq(i, scales - 1))
                            factor = torch.clamp_min(factor, 1e-4)
                            factor = torch.pow(factor, torch.div(weights[i], total))
                            product = torch.mul(product, factor)
                        product = torch.mean(torch.reshape(product, [batch, -1]), [1])
                        return torch.rsub(product, 1)

                    def blur(self: __torch__.MsSsim, x: Tensor, window: Tensor) -> Tensor:
                        rows = torch.conv2d(x, torch.reshape(window, [1, 1, 11, 1]))
                        return torch.conv2d(rows, torch.reshape(window, [1, 1, 1, 11]))

                    def similarity(self: __torch__.MsSsim, x: Tensor, y: Tensor, \
                    window: Tensor, last: bool) -> Tensor:
                        mx = self.blur(x, window)
                        my = self.blur(y, window)
                        mxy = torch.mul(mx, my)
                        mxx = torch.mul(mx, mx)
                        myy = torch.mul(my, my)
                        vx = torch.sub(self.blur(torch.mul(x, x), window), mxx)
                        vy = torch.sub(self.blur(torch.mul(y, y), window), myy)
                        cxy = torch.sub(self.blur(torch.mul(x, y), window), mxy)
                        up = torch.add(torch.mul(cxy, 2.), 0.0036)
                        ratio = torch.div(up, torch.add(torch.add(vx, vy), 0.0036))
                        if last:
                            up = torch.add(torch.mul(mxy, 2.), 0.0004)
                            down = torch.add(torch.add(mxx, myy), 0.0004)
                            ratio = torch.mul(ratio, torch.div(up, down))
                        return torch.mean(ratio, [1, 2, 3])
                    """);

    @Override
    public NDArray perImage(NDArray prediction, NDArray target) {
        long side = Math.min(prediction.getShape().get(2), prediction.getShape().get(3));
        if (side < WINDOW) {
            throw new InputException(
                    "MS-SSIM needs images of at least 11 pixels a side, not %d: take larger ones or another loss."
                            .formatted(side));
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
