// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

/**
 * The 3D Shepp-Logan head: Kak and Slaney's ellipsoids with the contrasts of Yu, Ye and Wang
 * (Katsevich-type algorithms for variable radius spiral cone-beam CT, 2004), one unit being 95 mm
 * and a density of 1 an attenuation of 0.05/mm.
 */
final class SheppLogan {
    private static final double UNIT_MM = 95;
    private static final double ATTENUATION = 0.05;

    /** Centre x, y, z, half axes a, b, c, rotation about z in degrees, density. */
    private static final double[][] TABLE = {
        {0, 0, 0, 0.69, 0.92, 0.9, 0, 1},
        {0, 0, 0, 0.6624, 0.874, 0.88, 0, -0.8},
        {-0.22, 0, -0.25, 0.41, 0.16, 0.21, 108, -0.2},
        {0.22, 0, -0.25, 0.31, 0.11, 0.22, 72, -0.2},
        {0, 0.35, -0.25, 0.21, 0.25, 0.5, 0, 0.2},
        {0, 0.1, -0.25, 0.046, 0.046, 0.046, 0, 0.2},
        {-0.08, -0.65, -0.25, 0.046, 0.023, 0.02, 0, 0.1},
        {0.06, -0.65, -0.25, 0.046, 0.023, 0.02, 90, 0.1},
        {0.06, -0.105, 0.625, 0.056, 0.04, 0.1, 90, 0.2},
        {0, 0.1, 0.625, 0.056, 0.056, 0.1, 0, -0.2},
    };

    private SheppLogan() {}

    /** Instance 1 is the published head; the others' inner parts, size and turn differ. */
    static Phantom of(Anatomy anatomy) {
        double spread = anatomy.isFirst() ? 0 : 1;
        var body = new Body();
        for (int i = 0; i < TABLE.length; i++) {
            double inner = i < 2 ? 0 : spread;
            body.add(row(TABLE[i], anatomy, "part " + i, inner));
        }
        return body.build(anatomy, 0.06 * spread, 12 * spread, -UNIT_MM, UNIT_MM);
    }

    private static Ellipsoid row(double[] row, Anatomy anatomy, String name, double spread) {
        double size = UNIT_MM * anatomy.factor(name + " size", 0.15 * spread);
        return new Ellipsoid(
                UNIT_MM * (row[0] + anatomy.offset(name + " x", 0.03 * spread)),
                UNIT_MM * (row[1] + anatomy.offset(name + " y", 0.03 * spread)),
                UNIT_MM * (row[2] + anatomy.offset(name + " z", 0.03 * spread)),
                row[3] * size,
                row[4] * size,
                row[5] * size,
                row[6],
                row[7] * ATTENUATION);
    }
}
