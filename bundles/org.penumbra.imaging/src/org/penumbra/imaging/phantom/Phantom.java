// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

import java.util.List;

/**
 * A body of ellipsoids around the isocentre (the origin), z upwards, in mm. As a CT volume ends
 * with its first and last slice, so does the body: there is nothing below and above it.
 *
 * @param name what it shows
 * @param ellipsoids its parts
 * @param bottom where the body is cut off, z in mm, below 0
 * @param top where the body is cut off, z in mm, above 0
 */
public record Phantom(String name, List<Ellipsoid> ellipsoids, double bottom, double top) {

    /** Copies the list and refuses a body that is cut off beyond the isocentre. */
    public Phantom {
        ellipsoids = List.copyOf(ellipsoids);
        if (!(bottom < 0 && top > 0)) {
            throw new IllegalArgumentException("a phantom reaches below and above z = 0");
        }
    }

    /** A body that is not cut off. */
    public Phantom(String name, List<Ellipsoid> ellipsoids) {
        this(name, ellipsoids, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The attenuation in 1/mm at a point in mm. */
    public double attenuation(double x, double y, double z) {
        if (z < bottom || z > top) {
            return 0;
        }
        return ellipsoids.stream()
                .filter(e -> e.contains(x, y, z))
                .mapToDouble(Ellipsoid::attenuation)
                .sum();
    }
}
