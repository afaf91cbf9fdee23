// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.projection;

import org.penumbra.imaging.phantom.Ellipsoid;

/**
 * The part of a ray inside one ellipsoid. In coordinates where the ellipsoid is the unit sphere the
 * ray p + t q meets it where (q.q) t² + 2 (p.q) t + p.p - 1 = 0.
 */
final class Chord {
    private final double[] x;
    private final double[] y;
    private final double inverseC;
    private final double[] p;
    private final double pp;
    private final double attenuation;

    Chord(Ellipsoid e, double[] source) {
        double angle = Math.toRadians(e.rotationDegrees());
        x = new double[] {StrictMath.cos(angle) / e.a(), StrictMath.sin(angle) / e.a()};
        y = new double[] {-StrictMath.sin(angle) / e.b(), StrictMath.cos(angle) / e.b()};
        inverseC = 1 / e.c();
        double dx = source[0] - e.x();
        double dy = source[1] - e.y();
        p =
                new double[] {
                    x[0] * dx + x[1] * dy, y[0] * dx + y[1] * dy, (source[2] - e.z()) * inverseC
                };
        pp = p[0] * p[0] + p[1] * p[1] + p[2] * p[2] - 1;
        attenuation = e.attenuation();
    }

    /** Attenuation times the length in mm from the source (t = 0) to the ray's end (t = 1). */
    double integral(double[] ray) {
        double q0 = x[0] * ray[0] + x[1] * ray[1];
        double q1 = y[0] * ray[0] + y[1] * ray[1];
        double q2 = inverseC * ray[2];
        double qq = q0 * q0 + q1 * q1 + q2 * q2;
        double pq = p[0] * q0 + p[1] * q1 + p[2] * q2;
        double discriminant = pq * pq - qq * pp;
        if (discriminant <= 0) {
            return 0;
        }
        double half = Math.sqrt(discriminant);
        double enter = Math.max(0, (-pq - half) / qq);
        double leave = Math.min(1, (-pq + half) / qq);
        if (leave <= enter) {
            return 0;
        }
        double length = Math.sqrt(ray[0] * ray[0] + ray[1] * ray[1] + ray[2] * ray[2]);
        return attenuation * (leave - enter) * length;
    }
}
