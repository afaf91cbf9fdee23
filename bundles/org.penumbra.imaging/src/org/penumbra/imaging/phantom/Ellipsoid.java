// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

/**
 * A homogeneous ellipsoid. Where ellipsoids overlap their attenuations add up, so a bone is a dense
 * ellipsoid and a negative one inside it for the marrow.
 *
 * @param x centre in mm
 * @param y centre in mm
 * @param z centre in mm, upwards
 * @param a half axis in mm, along x before the rotation
 * @param b half axis in mm, along y before the rotation
 * @param c half axis in mm, along z
 * @param rotationDegrees rotation about the z axis through the centre, from x towards y
 * @param attenuation in 1/mm, added to what lies there already
 */
public record Ellipsoid(
        double x,
        double y,
        double z,
        double a,
        double b,
        double c,
        double rotationDegrees,
        double attenuation) {

    /** Refuses flat ellipsoids. */
    public Ellipsoid {
        if (!(a > 0 && b > 0 && c > 0)) {
            throw new IllegalArgumentException("an ellipsoid's half axes are positive");
        }
    }

    /** Whether a point in mm lies inside. */
    public boolean contains(double px, double py, double pz) {
        if (Math.abs(pz - z) > c) {
            return false;
        }
        double angle = Math.toRadians(rotationDegrees);
        double u = (StrictMath.cos(angle) * (px - x) + StrictMath.sin(angle) * (py - y)) / a;
        double v = (StrictMath.cos(angle) * (py - y) - StrictMath.sin(angle) * (px - x)) / b;
        double w = (pz - z) / c;
        return u * u + v * v + w * w <= 1;
    }
}
