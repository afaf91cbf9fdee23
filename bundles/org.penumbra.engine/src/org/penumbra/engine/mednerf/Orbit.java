// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import org.penumbra.engine.camera.Camera;
import org.penumbra.engine.camera.Pose;
import org.penumbra.engine.camera.Rays;
import org.penumbra.engine.settings.Fidelity;
import org.penumbra.engine.settings.FineTuningSettings;

/**
 * Where a data set's views are seen from: a circle at one polar angle and distance. The official
 * code renders view k of 72 from azimuth 5 k degrees, raising smaller azimuths to 0.1.
 */
final class Orbit {
    /**
     * Azimuth in the scene per azimuth of the data: the official code turns the same way, and so do
     * the phantoms. With parallel rays an absorption image has no depth, so that either way would
     * fit; only perspective tells them apart: a field fitted to all 72 views of the published knee
     * 01 reaches 27.7 dB this way and 25.8 dB the other, one fitted to the chest 27.3 and 22.8 dB.
     */
    static final int SENSE = 1;

    private final Camera camera;
    private final FineTuningSettings settings;

    private Orbit(Camera camera, FineTuningSettings settings) {
        this.camera = camera;
        this.settings = settings;
    }

    /**
     * The orbit of fine-tuning and of everything rendered afterwards.
     *
     * <p>The official scripts keep the focal length in pixels of the training images when they
     * fine-tune at another size, so that 64 of 128 pixels see half the field of view: that is
     * {@link Fidelity#CODE}. With {@link Fidelity#PAPER} the field of view stays.
     *
     * @param camera the training's cameras
     * @param settings of the fine-tuning
     * @param dataSize pixels along a side of the training images
     * @param fidelity which of the two
     */
    static Orbit of(Camera camera, FineTuningSettings settings, int dataSize, Fidelity fidelity) {
        if (fidelity == Fidelity.PAPER || settings.imageSize() == dataSize) {
            return new Orbit(camera, settings);
        }
        var half = Math.atan(0.5 * settings.imageSize() / camera.focal(dataSize));
        return new Orbit(withFieldOfView(camera, 2 * Math.toDegrees(half)), settings);
    }

    private static Camera withFieldOfView(Camera camera, double degrees) {
        return new Camera(
                camera.radiusMin(),
                camera.radiusMax(),
                camera.near(),
                camera.far(),
                degrees,
                camera.azimuthMin(),
                camera.azimuthMax(),
                camera.polarMin(),
                camera.polarMax());
    }

    /**
     * The rays of a whole view.
     *
     * @param azimuth of the view in the data, in degrees
     * @param size pixels along a side
     */
    Rays rays(double azimuth, int size) {
        return camera.rays(pose(azimuth), size);
    }

    /** The rays through some pixels of a view. */
    Rays rays(double azimuth, int size, float[] columns, float[] rows) {
        return camera.rays(pose(azimuth), size, columns, rows);
    }

    private Pose pose(double azimuth) {
        return Pose.onSphere(
                Math.max(settings.azimuthMinimum(), SENSE * azimuth),
                settings.polar(),
                settings.radius());
    }
}
