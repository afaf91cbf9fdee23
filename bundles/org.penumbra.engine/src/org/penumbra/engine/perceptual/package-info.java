// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

/**
 * LPIPS v0.1 (Zhang et al., "The unreasonable effectiveness of deep features as a perceptual
 * metric", 2018) with networks whose weights the user brings.
 */
package org.penumbra.engine.perceptual;
