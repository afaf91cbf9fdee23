// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.png;

/**
 * A decoded grey image.
 *
 * @param width columns
 * @param height rows
 * @param pixels grey values in [0, 1], {@code [height, width]}
 */
public record GreyImage(int width, int height, float[] pixels) {}
