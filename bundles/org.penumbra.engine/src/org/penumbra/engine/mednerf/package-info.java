// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * MedNeRF (Corona-Figueroa et al., "MedNeRF: medical neural radiance fields for reconstructing
 * 3D-aware CT-projections from a single X-ray", 2022): an adversarial training of a conditional
 * radiance field, then its fitting to a single view.
 */
package org.penumbra.engine.mednerf;
