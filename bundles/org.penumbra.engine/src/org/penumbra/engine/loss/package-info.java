// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

/**
 * What the networks are trained with: the adversarial game over augmented copies, image losses, the
 * prior of the latent code, and the two ways to weigh terms against each other (fixed weights,
 * learned uncertainty).
 */
package org.penumbra.engine.loss;
