// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.camera;

import org.penumbra.engine.random.Draw;

/**
 * The family of cameras of an experiment. Lengths in world units, angles in degrees.
 *
 * @param radiusMin least distance from the origin
 * @param radiusMax greatest distance; near and far are given for it
 * @param near where sampling starts, for a camera at the greatest distance
 * @param far where sampling ends, for a camera at the greatest distance
 * @param fieldOfView full opening angle of the image
 * @param azimuthMin least azimuth
 * @param azimuthMax greatest azimuth
 * @param polarMin least polar angle, measured from the z axis
 * @param polarMax greatest polar angle
 */
public record Camera(
        double radiusMin,
        double radiusMax,
        double near,
        double far,
        double fieldOfView,
        double azimuthMin,
        double azimuthMax,
        double polarMin,
        double polarMax) {
    /**
     * The published geometry of the X-ray experiments.
     *
     * @return the camera family
     */
    public static Camera published() {
        return new Camera(9.5, 10.5, 7.5, 12.5, 10, 0, 360, 70, 85);
    }

    /**
     * The focal length.
     *
     * @param imageSize pixels along a side
     * @return (size / 2) / tan(fieldOfView / 2), in pixels
     */
    public double focal(int imageSize) {
        return 0.5 * imageSize / Math.tan(0.5 * Math.toRadians(fieldOfView));
    }

    /**
     * A random pose: uniform in azimuth, in the polar angle's cosine (so uniform over the sphere's
     * band) and in the radius.
     *
     * @param draw where the numbers come from
     * @return the pose
     */
    public Pose random(Draw draw) {
        var u = draw.uniform(3);
        double azimuth = azimuthMin + (azimuthMax - azimuthMin) * u[0];
        double top = Math.cos(Math.toRadians(polarMin));
        double bottom = Math.cos(Math.toRadians(polarMax));
        double polar = Math.toDegrees(Math.acos(top + (bottom - top) * u[1]));
        return Pose.onSphere(azimuth, polar, radiusMin + (radiusMax - radiusMin) * u[2]);
    }

    /**
     * The rays through some pixel positions of one image. The pixel of column i and row j looks
     * along ((i − W/2)/f, −(j − H/2)/f, −1) in camera axes, without a half pixel and without
     * normalisation; near and far move with the camera's distance.
     *
     * @param pose the camera
     * @param imageSize pixels along a side
     * @param columns column of each ray, may be between pixels
     * @param rows row of each ray
     * @return the rays in the given order
     */
    public Rays rays(Pose pose, int imageSize, float[] columns, float[] rows) {
        int count = columns.length;
        var origins = new float[3 * count];
        var directions = new float[3 * count];
        double focal = focal(imageSize);
        for (int ray = 0; ray < count; ray++) {
            double x = (columns[ray] - 0.5 * imageSize) / focal;
            double y = -(rows[ray] - 0.5 * imageSize) / focal;
            for (int axis = 0; axis < 3; axis++) {
                origins[3 * ray + axis] = (float) pose.location()[axis];
                directions[3 * ray + axis] =
                        (float) (x * pose.right()[axis] + y * pose.up()[axis] - pose.back()[axis]);
            }
        }
        double shift = radiusMax - pose.radius();
        return new Rays(origins, directions, (float) (near - shift), (float) (far - shift));
    }

    /**
     * The rays of a whole image, row by row.
     *
     * @param pose the camera
     * @param imageSize pixels along a side
     * @return imageSize² rays
     */
    public Rays rays(Pose pose, int imageSize) {
        var columns = new float[imageSize * imageSize];
        var rows = new float[imageSize * imageSize];
        for (int pixel = 0; pixel < columns.length; pixel++) {
            columns[pixel] = pixel % imageSize;
            rows[pixel] = pixel / imageSize;
        }
        return rays(pose, imageSize, columns, rows);
    }
}
