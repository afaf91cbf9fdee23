// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

import java.util.List;

/**
 * A body of ellipsoids around the isocentre (the origin), z upwards, in mm.
 *
 * @param name what it shows
 * @param ellipsoids its parts
 */
public record Phantom(String name, List<Ellipsoid> ellipsoids) {

    /** Copies the list. */
    public Phantom {
        ellipsoids = List.copyOf(ellipsoids);
    }

    /** The attenuation in 1/mm at a point in mm. */
    public double attenuation(double x, double y, double z) {
        return ellipsoids.stream()
                .filter(e -> e.contains(x, y, z))
                .mapToDouble(Ellipsoid::attenuation)
                .sum();
    }
}
