// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Collects a phantom's parts, in mm and 1/mm, before the body is scaled and turned as a whole. */
final class Body {
    private final List<Ellipsoid> parts = new ArrayList<>();

    /** A homogeneous, unrotated part. */
    Body add(double x, double y, double z, double a, double b, double c, double attenuation) {
        return add(new Ellipsoid(x, y, z, a, b, c, 0, attenuation));
    }

    Body add(Ellipsoid part) {
        parts.add(part);
        return this;
    }

    /** A bone: a cortical shell of this thickness around marrow or trabecular bone. */
    Body bone(Ellipsoid outer, double thickness, double marrow) {
        add(outer);
        return add(
                new Ellipsoid(
                        outer.x(),
                        outer.y(),
                        outer.z(),
                        outer.a() - thickness,
                        outer.b() - thickness,
                        outer.c() - thickness,
                        outer.rotationDegrees(),
                        marrow - outer.attenuation()));
    }

    /** Small ellipsoids within a region: trabeculae of a bone, vessels of a lung. */
    Body texture(SplittableRandom random, Ellipsoid region, int count, double least, double most) {
        for (int i = 0; i < count; i++) {
            double u = random.nextDouble(-1, 1);
            double v = random.nextDouble(-1, 1);
            double w = random.nextDouble(-1, 1);
            double a = random.nextDouble(least, most);
            double b = random.nextDouble(least, most);
            double c = random.nextDouble(least, 2 * most);
            double turn = random.nextDouble(180);
            double sign = i % 3 == 2 ? -0.3 : 1;
            if (u * u + v * v + w * w <= 0.85) {
                double x = region.x() + u * region.a();
                double y = region.y() + v * region.b();
                double z = region.z() + w * region.c();
                add(new Ellipsoid(x, y, z, a, b, c, turn, sign * region.attenuation()));
            }
        }
        return this;
    }

    /**
     * The phantom, scaled about the isocentre and then turned about the z axis.
     *
     * @param size how much the scale varies between instances
     * @param turn how far in degrees
     */
    Phantom build(Anatomy anatomy, double size, double turn, double bottom, double top) {
        double scale = anatomy.factor("size", size);
        double degrees = anatomy.offset("turn", turn);
        double cos = scale * StrictMath.cos(Math.toRadians(degrees));
        double sin = scale * StrictMath.sin(Math.toRadians(degrees));
        var moved = parts.stream().map(e -> moved(e, scale, cos, sin, degrees)).toList();
        return new Phantom(anatomy.phantom(), moved, bottom, top);
    }

    private static Ellipsoid moved(Ellipsoid e, double scale, double cos, double sin, double turn) {
        return new Ellipsoid(
                cos * e.x() - sin * e.y(),
                sin * e.x() + cos * e.y(),
                scale * e.z(),
                scale * e.a(),
                scale * e.b(),
                scale * e.c(),
                e.rotationDegrees() + turn,
                e.attenuation());
    }
}
