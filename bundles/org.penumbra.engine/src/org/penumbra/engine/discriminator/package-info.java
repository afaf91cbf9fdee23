// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

/**
 * The self-supervised patch discriminators of MedNeRF (a small FastGAN discriminator with spectral
 * normalisation) and UMedNeRF (the same with RepVGG blocks): heads that judge augmented copies, and
 * two decoders that rebuild real patches.
 */
package org.penumbra.engine.discriminator;
