// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.projection;

/** The rays of one view. */
final class ConeBeam {
    private final double[] source;
    private final double[] right;
    private final double[] towards;
    private final double dsd;
    private final double pitch;
    private final int pixels;

    ConeBeam(ScanGeometry geometry, int view) {
        double azimuth = Math.toRadians(geometry.azimuthDegrees(view));
        double cos = StrictMath.cos(azimuth);
        double sin = StrictMath.sin(azimuth);
        source = new double[] {geometry.dso() * cos, geometry.dso() * sin, 0};
        towards = new double[] {-cos, -sin, 0};
        right = new double[] {-sin, cos, 0};
        dsd = geometry.dsd();
        pitch = geometry.detectorMm() / geometry.pixels();
        pixels = geometry.pixels();
    }

    /** The source's position in mm. */
    double[] source() {
        return source;
    }

    /** From the source to the centre of a detector pixel, in mm. */
    double[] ray(int row, int column) {
        double u = (column + 0.5 - pixels / 2.0) * pitch;
        double v = (pixels / 2.0 - row - 0.5) * pitch;
        return new double[] {
            dsd * towards[0] + u * right[0], dsd * towards[1] + u * right[1], v
        };
    }
}
