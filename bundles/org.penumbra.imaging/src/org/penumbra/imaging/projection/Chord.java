// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.projection;

import org.penumbra.imaging.phantom.Ellipsoid;

/**
 * The part of a view's rays inside one ellipsoid. In coordinates where the ellipsoid is the unit
 * sphere, a ray p + t q meets it where (q.q) t² + 2 (p.q) t + p.p - 1 = 0. Along a row q = base + u
 * right, so the discriminant is a quadratic of u and says which pixels the ellipsoid's shadow
 * covers.
 */
final class Chord {
    private final ConeBeam beam;
    private final double[] p;
    private final double[] axis;
    private final double[] right;
    private final double up;
    private final double outside;
    private final double attenuation;

    Chord(Ellipsoid ellipsoid, ConeBeam beam) {
        this.beam = beam;
        var source = beam.source();
        var relative =
                new double[] {
                    source[0] - ellipsoid.x(), source[1] - ellipsoid.y(), source[2] - ellipsoid.z()
                };
        p = toSphere(ellipsoid, relative);
        axis = toSphere(ellipsoid, beam.axis());
        right = toSphere(ellipsoid, beam.right());
        up = 1 / ellipsoid.c();
        outside = dot(p, p) - 1;
        attenuation = ellipsoid.attenuation();
    }

    private static double[] toSphere(Ellipsoid e, double[] vector) {
        double cos = StrictMath.cos(Math.toRadians(e.rotationDegrees()));
        double sin = StrictMath.sin(Math.toRadians(e.rotationDegrees()));
        return new double[] {
            (cos * vector[0] + sin * vector[1]) / e.a(),
            (cos * vector[1] - sin * vector[0]) / e.b(),
            vector[2] / e.c()
        };
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /**
     * Adds attenuation times the length in mm inside the ellipsoid.
     *
     * @param row the integrals of a row of pixels
     * @param v the row's place on the detector
     * @param end the t where the rays end
     */
    void addTo(double[] row, double v, double end) {
        var base = new double[] {axis[0], axis[1], axis[2] + v * up};
        double pBase = dot(p, base);
        double pRight = dot(p, right);
        double square = pRight * pRight - outside * dot(right, right);
        double linear = pBase * pRight - outside * dot(right, base);
        double constant = pBase * pBase - outside * dot(base, base);
        double under = linear * linear - square * constant;
        // Not a bounded shadow: the ellipsoid reaches back to the source.
        boolean wide = square >= 0;
        if (!wide && under <= 0) {
            return;
        }
        double root = Math.sqrt(Math.max(0, under));
        int from = wide ? 0 : Math.max(0, beam.columnAt((root - linear) / square));
        int to = wide ? row.length : beam.columnAt((-root - linear) / square) + 2;
        for (int column = from; column < Math.min(to, row.length); column++) {
            double u = beam.u(column);
            double discriminant = (square * u + 2 * linear) * u + constant;
            double qq = dot(base, base) + u * (2 * dot(base, right) + u * dot(right, right));
            double inside = inside(discriminant, pBase + u * pRight, qq, end);
            row[column] += attenuation * inside * beam.length(u, v);
        }
    }

    /** How much of t in [0, end] lies inside. */
    private static double inside(double discriminant, double pq, double qq, double end) {
        double half = Math.sqrt(Math.max(0, discriminant));
        return Math.max(0, Math.min(end, (half - pq) / qq) - Math.max(0, (-half - pq) / qq));
    }
}
