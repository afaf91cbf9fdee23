// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
/**
 * The path grammar by names that factors, {@code --set}, content assist and messages share.
 *
 * <p>A path is a list of segments between slashes: names of features, and after a feature that
 * holds several objects the name of one of them or {@code *} for each of them, as in {@code
 * variants/UMedNeRF/losses/perceptual/weight} and {@code variants/*&#47;iterations}. {@code
 * dataset} and {@code variant} stand for the only dataset and the only variant.
 */
package org.penumbra.model.paths;
