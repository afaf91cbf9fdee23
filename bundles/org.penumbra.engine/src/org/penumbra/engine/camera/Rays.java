// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.camera;

/**
 * The rays of one image.
 *
 * @param origins world units, [rays, 3]
 * @param directions not normalised, [rays, 3]
 * @param near where sampling starts, in units of the direction
 * @param far where sampling ends
 */
public record Rays(float[] origins, float[] directions, float near, float far) {
    /**
     * How many there are.
     *
     * @return the number of rays
     */
    public int count() {
        return origins.length / 3;
    }
}
