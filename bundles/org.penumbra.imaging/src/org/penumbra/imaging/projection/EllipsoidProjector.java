// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.projection;

import java.util.stream.IntStream;
import org.penumbra.imaging.phantom.Phantom;

/** Exact line integrals of attenuation through ellipsoids: chord length times attenuation. */
public final class EllipsoidProjector {
    private EllipsoidProjector() {}

    /**
     * Projects one view; the rows are computed in parallel.
     *
     * @return line integrals without a unit, {@code [pixels, pixels]} row by row from the top, from
     *     the source to the centre of each detector pixel
     */
    public static float[] lineIntegrals(Phantom phantom, ScanGeometry geometry, int view) {
        var beam = new ConeBeam(geometry, view);
        var chords =
                phantom.ellipsoids().stream()
                        .map(ellipsoid -> new Chord(ellipsoid, beam.source()))
                        .toList();
        int size = geometry.pixels();
        var integrals = new float[size * size];
        IntStream.range(0, size)
                .parallel()
                .forEach(
                        row -> {
                            for (int column = 0; column < size; column++) {
                                var ray = beam.ray(row, column);
                                double sum = 0;
                                for (var chord : chords) {
                                    sum += chord.integral(ray);
                                }
                                integrals[row * size + column] = (float) sum;
                            }
                        });
        return integrals;
    }
}
