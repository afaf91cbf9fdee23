// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDManager;

import org.penumbra.engine.perceptual.Backbone;
import org.penumbra.engine.perceptual.Lpips;
import org.penumbra.engine.settings.LossKind;
import org.penumbra.io.InputException;

import java.nio.file.Path;
import java.util.Optional;

/** From the names of losses to losses. */
public final class Losses {
    private Losses() {}

    /**
     * The network whose weights a loss needs from the user.
     *
     * @param kind the loss
     * @return its backbone; empty where it needs no weights
     */
    public static Optional<Backbone> backbone(LossKind kind) {
        return switch (kind) {
            case LPIPS_ALEX -> Optional.of(Backbone.ALEX);
            case LPIPS_VGG -> Optional.of(Backbone.VGG);
            case LPIPS_SQUEEZE -> Optional.of(Backbone.SQUEEZE);
            case MSE, L1, GRADIENT, MS_SSIM, CODE_PRIOR -> Optional.empty();
        };
    }

    /**
     * Opens a loss.
     *
     * @param kind which
     * @param weights the user's folder of network weights, where there is one
     * @param manager where a network's weights live; closing it frees them
     * @return the loss
     * @throws InputException when it needs weights that are not there; the sentence says which,
     *     where from, and what serves without
     */
    public static Loss open(LossKind kind, Optional<Path> weights, NDManager manager) {
        return switch (kind) {
            case MSE -> new MeanSquared();
            case L1 -> new MeanAbsolute();
            case GRADIENT -> new GradientDifference();
            case MS_SSIM -> new MsSsimLoss();
            case CODE_PRIOR -> new CodePrior();
            case LPIPS_ALEX -> new Perceptual(Lpips.open(Backbone.ALEX, weights, manager));
            case LPIPS_VGG -> new Perceptual(Lpips.open(Backbone.VGG, weights, manager));
            case LPIPS_SQUEEZE -> new Perceptual(Lpips.open(Backbone.SQUEEZE, weights, manager));
        };
    }

    /**
     * Opens a loss that compares images, as the decoders' reconstruction needs.
     *
     * @param kind which; every one but the code prior
     * @param weights the user's folder of network weights, where there is one
     * @param manager where a network's weights live; closing it frees them
     * @return the loss
     * @throws InputException as {@link #open}, and for the code prior
     */
    public static ImageLoss openImageLoss(
            LossKind kind, Optional<Path> weights, NDManager manager) {
        if (open(kind, weights, manager) instanceof ImageLoss loss) {
            return loss;
        }
        throw new InputException(
                "code_prior compares no images: choose another kind for the reconstruction.");
    }
}
