// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.phantom;

/**
 * A smooth body of changing cross-section: flat overlapping ellipsoids stacked along z. A ray sees
 * a full density on the axis and a soft edge, so that no outline of a single ellipsoid shows.
 */
final class Loft {
    /**
     * Half height of an ellipsoid by the distance to the next. At this ratio, a zero of the Bessel
     * function J1 by 2 pi, the stack's ripple along z vanishes on the axis; it is faint elsewhere.
     */
    private static final double OVERLAP = 3.1218;

    private final double step;
    private final double[][] sections;

    /**
     * Describes a body.
     *
     * @param step distance between ellipsoids in mm
     * @param sections rows of z, x, y, half axes a and b, shell thickness and attenuation inside
     *     the shell, by ascending z; between them everything changes evenly
     */
    Loft(double step, double[][] sections) {
        this.step = step;
        this.sections = sections;
    }

    /** Adds the outer body and takes out its inside, leaving a shell of the given attenuation. */
    void addTo(Body body, double attenuation) {
        double bottom = sections[0][0];
        double height = sections[sections.length - 1][0] - bottom;
        int count = (int) Math.round(height / step);
        for (int i = 0; i <= count; i++) {
            var at = section(bottom + height * i / count);
            body.add(lens(at, 0, attenuation));
            if (at[5] > 0) {
                body.add(lens(at, at[5], at[6] - attenuation));
            }
        }
    }

    private Ellipsoid lens(double[] at, double shell, double attenuation) {
        return new Ellipsoid(
                at[1],
                at[2],
                at[0],
                at[3] - shell,
                at[4] - shell,
                OVERLAP * step,
                0,
                attenuation * 2 / (Math.PI * OVERLAP));
    }

    private double[] section(double z) {
        int next = 1;
        while (next < sections.length - 1 && sections[next][0] < z) {
            next++;
        }
        var low = sections[next - 1];
        var high = sections[next];
        double share = (z - low[0]) / (high[0] - low[0]);
        var mixed = new double[low.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = low[i] + share * (high[i] - low[i]);
        }
        return mixed;
    }
}
