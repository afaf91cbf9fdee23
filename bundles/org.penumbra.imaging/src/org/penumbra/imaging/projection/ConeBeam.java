// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.projection;

import org.penumbra.imaging.phantom.Phantom;

/**
 * The rays of one view. A ray runs from the source (t = 0) to the centre of a detector pixel (t =
 * 1); u counts mm on the detector to the right and v upwards from its centre.
 */
final class ConeBeam {
    private final double dso;
    private final double dsd;
    private final double pitch;
    private final int pixels;
    private final double cos;
    private final double sin;

    ConeBeam(ScanGeometry geometry, int view) {
        double azimuth = Math.toRadians(geometry.azimuthDegrees(view));
        cos = StrictMath.cos(azimuth);
        sin = StrictMath.sin(azimuth);
        dso = geometry.dso();
        dsd = geometry.dsd();
        pitch = geometry.detectorMm() / geometry.pixels();
        pixels = geometry.pixels();
    }

    int pixels() {
        return pixels;
    }

    /** The source's position in mm. */
    double[] source() {
        return new double[] {dso * cos, dso * sin, 0};
    }

    /** From the source to the detector's centre, in mm. */
    double[] axis() {
        return new double[] {-dsd * cos, -dsd * sin, 0};
    }

    /** The unit vector along which u grows. */
    double[] right() {
        return new double[] {-sin, cos, 0};
    }

    double u(int column) {
        return (column + 0.5 - pixels / 2.0) * pitch;
    }

    double v(int row) {
        return (pixels / 2.0 - row - 0.5) * pitch;
    }

    /** The column, perhaps outside the detector, whose centre is the last at or left of u. */
    int columnAt(double u) {
        return (int) Math.floor(u / pitch + pixels / 2.0 - 0.5);
    }

    /** The ray's length in mm. */
    double length(double u, double v) {
        return Math.sqrt(dsd * dsd + u * u + v * v);
    }

    /** The t at which the rays of one row leave the slab that holds the phantom; at most 1. */
    double end(Phantom phantom, double v) {
        return v == 0 ? 1 : Math.min(1, (v > 0 ? phantom.top() : phantom.bottom()) / v);
    }
}
