// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.projection;

import org.penumbra.imaging.phantom.Phantom;

import java.util.List;
import java.util.stream.IntStream;

/** Exact line integrals of attenuation through ellipsoids: chord length times attenuation. */
public final class EllipsoidProjector {
    private EllipsoidProjector() {}

    /**
     * Projects one view; the rows are computed in parallel, to the same bits on any machine.
     *
     * @return line integrals without a unit, {@code [pixels, pixels]} row by row from the top, from
     *     the source to the centre of each detector pixel
     */
    public static float[] lineIntegrals(Phantom phantom, ScanGeometry geometry, int view) {
        var beam = new ConeBeam(geometry, view);
        var chords = phantom.ellipsoids().stream().map(e -> new Chord(e, beam)).toList();
        var integrals = new float[beam.pixels() * beam.pixels()];
        IntStream.range(0, beam.pixels())
                .parallel()
                .forEach(
                        row -> {
                            double v = beam.v(row);
                            var sums = row(chords, beam, v, beam.end(phantom, v));
                            for (int column = 0; column < sums.length; column++) {
                                integrals[row * sums.length + column] = (float) sums[column];
                            }
                        });
        return integrals;
    }

    private static double[] row(List<Chord> chords, ConeBeam beam, double v, double end) {
        var sums = new double[beam.pixels()];
        for (var chord : chords) {
            chord.addTo(sums, v, end);
        }
        return sums;
    }
}
