// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

/** What a loss term measures. */
public enum LossKind {
    /** Mean squared difference. */
    MSE,
    /** Mean absolute difference. */
    L1,
    /** Mean absolute difference of the image gradients. */
    GRADIENT,
    /** 1 - MS-SSIM. */
    MS_SSIM,
    /** LPIPS v0.1 over AlexNet. */
    LPIPS_ALEX,
    /** LPIPS v0.1 over VGG-16. */
    LPIPS_VGG,
    /** LPIPS v0.1 over SqueezeNet 1.1. */
    LPIPS_SQUEEZE,
    /** Half the mean squared latent code: the negative logarithm of its normal prior. */
    CODE_PRIOR
}
