// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.discriminator;

/** What the discriminator's trunk is built of; it follows from the method. */
public enum BlockKind {
    /**
     * MedNeRF: spectrally normalised convolutions, down blocks with a main and a direct path, as in
     * FastGAN.
     */
    SPECTRAL,
    /**
     * UMedNeRF: RepVGG blocks, a 3x3 and a 1x1 convolution side by side; trunk and heads have no
     * spectral norm, excitation and decoders keep it.
     */
    REPVGG
}
