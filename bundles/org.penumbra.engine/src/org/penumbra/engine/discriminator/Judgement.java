// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.discriminator;

import ai.djl.ndarray.NDArray;

import java.util.List;

/**
 * What the discriminator says of real patches.
 *
 * @param heads each head's logits, [batch · logits]
 * @param whole the patches as the first decoder draws them, [batch, 3, decoded, decoded]
 * @param part the quadrant as the second decoder draws it, [batch, 3, decoded, decoded]
 * @param quadrant the quadrant that {@code part} shows
 */
public record Judgement(List<NDArray> heads, NDArray whole, NDArray part, Quadrant quadrant) {}
