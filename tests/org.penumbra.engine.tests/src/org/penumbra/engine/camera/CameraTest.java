// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.penumbra.engine.random.Draw;

/** Poses on the sphere and the rays through pixels. */
class CameraTest {
    private static final Camera CAMERA = Camera.published();

    @Property(tries = 200)
    void randomPosesKeepWithinTheFamilyAndHaveOrthonormalAxes(@ForAll long seed) {
        var pose = CAMERA.random(new Draw(seed, "camera", 0));
        assertTrue(pose.radius() >= 9.5 - 1e-9 && pose.radius() <= 10.5 + 1e-9);
        double polar = Math.toDegrees(Math.acos(pose.location()[2] / pose.radius()));
        assertTrue(polar >= 70 - 1e-4 && polar <= 85 + 1e-4);
        assertEquals(1, dot(pose.right(), pose.right()), 1e-12);
        assertEquals(1, dot(pose.up(), pose.up()), 1e-12);
        assertEquals(0, dot(pose.right(), pose.up()), 1e-12);
        assertEquals(0, dot(pose.right(), pose.back()), 1e-12);
        assertEquals(0, dot(pose.up(), pose.back()), 1e-12);
    }

    @Test
    void theMiddleRayLooksAtTheOrigin() {
        var pose = Pose.onSphere(30, 80, 10);
        var rays = CAMERA.rays(pose, 128, new float[] {64}, new float[] {64});
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(0, rays.origins()[axis] + 10 * rays.directions()[axis], 1e-5);
        }
    }

    @Test
    void nearAndFarMoveWithTheCamera() {
        var rays = CAMERA.rays(Pose.onSphere(0, 80, 9.5), 4);
        assertEquals(6.5, rays.near(), 1e-6);
        assertEquals(11.5, rays.far(), 1e-6);
        assertEquals(16, rays.count());
    }

    @Test
    void raysBetweenPixelsLieBetweenTheirNeighbours() {
        var pose = Pose.onSphere(30, 80, 10);
        var rays = CAMERA.rays(pose, 64, new float[] {3, 3.25f, 4}, new float[] {5, 5, 5});
        var d = rays.directions();
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(0.75 * d[axis] + 0.25 * d[6 + axis], d[3 + axis], 1e-6);
        }
    }

    @Test
    void azimuthZeroLooksAlongMinusX() {
        var pose = Pose.onSphere(0, 90, 2);
        assertArrayEquals(new double[] {2, 0, 0}, pose.location(), 1e-12);
        assertArrayEquals(new double[] {0, 1, 0}, pose.right(), 1e-12);
        assertArrayEquals(new double[] {0, 0, 1}, pose.up(), 1e-12);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
