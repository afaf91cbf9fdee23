// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

/**
 * Optimisers with PyTorch's formulas whose whole state is named tensors, so that a checkpoint holds
 * it; learning-rate schedule; moving average of weights.
 */
package org.penumbra.engine.optim;
