// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.camera;

/**
 * Where a camera stands and how it is turned: camera axes (x right, y up, z backwards) and location
 * in the world.
 *
 * @param right the camera's x axis, [3]
 * @param up the camera's y axis, [3]
 * @param back the camera's z axis, away from the object, [3]
 * @param location in world units, [3]
 */
public record Pose(double[] right, double[] up, double[] back, double[] location) {
    /**
     * The pose on a sphere, looking at the origin with the world's z axis up.
     *
     * @param azimuth degrees around z from the x axis
     * @param polar degrees from the z axis
     * @param radius distance from the origin
     * @return the pose
     */
    public static Pose onSphere(double azimuth, double polar, double radius) {
        double phi = Math.toRadians(azimuth);
        double theta = Math.toRadians(polar);
        double[] back = {
            Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta)
        };
        double[] right = {-Math.sin(phi), Math.cos(phi), 0};
        return new Pose(right, cross(back, right), back, scaled(back, radius));
    }

    /**
     * The pose as the original code stores it.
     *
     * @return [3, 4] row-major: the three axes and the location as columns
     */
    public float[] matrix() {
        var matrix = new float[12];
        for (int row = 0; row < 3; row++) {
            matrix[4 * row] = (float) right[row];
            matrix[4 * row + 1] = (float) up[row];
            matrix[4 * row + 2] = (float) back[row];
            matrix[4 * row + 3] = (float) location[row];
        }
        return matrix;
    }

    /**
     * The distance from the origin.
     *
     * @return the radius in world units
     */
    public double radius() {
        return Math.sqrt(
                location[0] * location[0] + location[1] * location[1] + location[2] * location[2]);
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }

    private static double[] scaled(double[] a, double factor) {
        return new double[] {factor * a[0], factor * a[1], factor * a[2]};
    }
}
