// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * UMedNeRF (Hu et al., "UMedNeRF: uncertainty-aware single view volumetric rendering for medical
 * neural radiance fields", 2023): MedNeRF with re-parameterised discriminator blocks and learned
 * weights of the fine-tuning losses.
 */
package org.penumbra.engine.umednerf;
