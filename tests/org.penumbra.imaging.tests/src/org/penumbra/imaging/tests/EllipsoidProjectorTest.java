// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import org.penumbra.imaging.phantom.Ellipsoid;
import org.penumbra.imaging.phantom.Phantom;
import org.penumbra.imaging.phantom.Phantoms;
import org.penumbra.imaging.projection.EllipsoidProjector;
import org.penumbra.imaging.projection.ScanGeometry;

import java.util.List;

class EllipsoidProjectorTest {
    private static final int SIZE = 24;
    private static final ScanGeometry GEOMETRY = new ScanGeometry(500, 1000, 300, SIZE, 10, 360, 8);

    /** From the source to a pixel, built independently of the projector. */
    private static double[][] ray(int view, int row, int column) {
        double azimuth = Math.toRadians(10 + 45 * view);
        double u = (column - (SIZE - 1) / 2.0) * 300 / SIZE;
        double v = ((SIZE - 1) / 2.0 - row) * 300 / SIZE;
        double[] source = {500 * Math.cos(azimuth), 500 * Math.sin(azimuth), 0};
        double[] pixel = {
            -500 * Math.cos(azimuth) - u * Math.sin(azimuth),
            -500 * Math.sin(azimuth) + u * Math.cos(azimuth),
            v
        };
        return new double[][] {source, pixel};
    }

    /** A sphere's chord from the distance of its centre to the ray. */
    @Property(tries = 200)
    void aSphereGivesItsChord(
            @ForAll @DoubleRange(min = -60, max = 60) double x,
            @ForAll @DoubleRange(min = -60, max = 60) double y,
            @ForAll @DoubleRange(min = -60, max = 60) double z,
            @ForAll @DoubleRange(min = 1, max = 90) double radius,
            @ForAll @IntRange(max = 7) int view) {
        var sphere = new Ellipsoid(x, y, z, radius, radius, radius, 0, 0.02);
        var phantom = new Phantom("sphere", List.of(sphere));
        var integrals = EllipsoidProjector.lineIntegrals(phantom, GEOMETRY, view);
        for (int i = 0; i < integrals.length; i++) {
            double distance = distance(ray(view, i / SIZE, i % SIZE), x, y, z);
            double chord = 2 * Math.sqrt(Math.max(0, radius * radius - distance * distance));
            assertEquals(0.02 * chord, integrals[i], 1e-6);
        }
    }

    private static double distance(double[][] ray, double x, double y, double z) {
        double[] d = difference(ray[1], ray[0]);
        double[] m = difference(new double[] {x, y, z}, ray[0]);
        double cx = d[1] * m[2] - d[2] * m[1];
        double cy = d[2] * m[0] - d[0] * m[2];
        double cz = d[0] * m[1] - d[1] * m[0];
        return Math.hypot(Math.hypot(cx, cy), cz) / Math.hypot(Math.hypot(d[0], d[1]), d[2]);
    }

    private static double[] difference(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    /** Against the attenuation summed up along the ray in steps of 0.2 mm. */
    @Property(tries = 10)
    void anythingGivesItsSumAlongTheRay(
            @ForAll @IntRange(min = 1, max = 50) int instance,
            @ForAll @IntRange(max = 7) int view,
            @ForAll @IntRange(max = SIZE - 1) int row,
            @ForAll @IntRange(max = SIZE - 1) int column) {
        for (var name : new String[] {"knee", "chest", "shepp-logan"}) {
            var phantom = Phantoms.named(name, instance);
            var integrals = EllipsoidProjector.lineIntegrals(phantom, GEOMETRY, view);
            double sum = sum(phantom, ray(view, row, column));
            assertEquals(sum, integrals[row * SIZE + column], 0.02, name);
        }
    }

    private static double sum(Phantom phantom, double[][] ray) {
        double[] d = difference(ray[1], ray[0]);
        double length = Math.hypot(Math.hypot(d[0], d[1]), d[2]);
        int steps = (int) (length / 0.2);
        double sum = 0;
        // The bodies lie in the middle half of the way from the source to the detector.
        for (int i = steps / 4; i < 3 * steps / 4; i++) {
            double t = (i + 0.5) / steps;
            sum +=
                    phantom.attenuation(
                            ray[0][0] + t * d[0], ray[0][1] + t * d[1], ray[0][2] + t * d[2]);
        }
        return sum * length / steps;
    }

    /** Turning the body by a view's step shows it as the view before did. */
    @Property(tries = 100)
    void turningTheBodyTurnsTheViews(
            @ForAll @DoubleRange(min = -60, max = 60) double x,
            @ForAll @DoubleRange(min = -60, max = 60) double y,
            @ForAll @DoubleRange(min = 0, max = 180) double rotation) {
        double cos = Math.cos(Math.toRadians(45));
        var still = new Ellipsoid(x, y, 10, 40, 15, 25, rotation, 0.02);
        var turned =
                new Ellipsoid(cos * (x - y), cos * (x + y), 10, 40, 15, 25, rotation + 45, 0.02);
        assertArrayEquals(project(still, 2), project(turned, 3), 1e-5f);
    }

    /** A body that is its own mirror image looks mirrored from the other side. */
    @Property(tries = 100)
    void oppositeSidesOfACentredBodyAreMirrored(
            @ForAll @DoubleRange(min = 5, max = 80) double a,
            @ForAll @DoubleRange(min = 5, max = 80) double b,
            @ForAll @IntRange(max = 3) int view) {
        var centred = new Ellipsoid(0, 0, 0, a, b, 30, 0, 0.02);
        var front = project(centred, view);
        var back = project(centred, view + 4);
        assertArrayEquals(front, back, 1e-5f);
        var upsideDown = new float[front.length];
        for (int i = 0; i < front.length; i++) {
            upsideDown[i] = front[(SIZE - 1 - i / SIZE) * SIZE + i % SIZE];
        }
        assertArrayEquals(front, upsideDown, 1e-5f);
    }

    private static float[] project(Ellipsoid ellipsoid, int view) {
        var phantom = new Phantom("one", List.of(ellipsoid));
        return EllipsoidProjector.lineIntegrals(phantom, GEOMETRY, view);
    }

    @Example
    void aSourceInsideSeesOnlyWhatIsBeforeIt() {
        var around = new Ellipsoid(0, 0, 0, 5000, 5000, 5000, 0, 0.001);
        var integrals = project(around, 0);
        double[][] ray = ray(0, 0, 0);
        double[] d = difference(ray[1], ray[0]);
        double length = Math.hypot(Math.hypot(d[0], d[1]), d[2]);
        assertEquals(0.001 * length, integrals[0], 1e-5);
    }

    @Example
    void columnsGrowToTheCamerasRightAndRowsDown() {
        // Seen from +x (nearly: 10 degrees), +y lies to the right and +z is up.
        var ball = new Ellipsoid(0, 50, 50, 10, 10, 10, 0, 0.02);
        var integrals = project(ball, 0);
        int brightest = 0;
        for (int i = 0; i < integrals.length; i++) {
            brightest = integrals[i] > integrals[brightest] ? i : brightest;
        }
        assertTrue(brightest / SIZE < SIZE / 2 && brightest % SIZE > SIZE / 2);
    }
}
