// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

import com.google.gson.JsonObject;

import org.penumbra.engine.camera.Camera;
import org.penumbra.engine.field.FieldShape;

import java.util.List;

/**
 * Every setting of a method of the GRAF family: MedNeRF and UMedNeRF.
 *
 * @param fidelity what to follow where paper and code differ
 * @param iterations adversarial iterations
 * @param batchSize images a step
 * @param averaging decay of the generator's moving average
 * @param losses the fine-tuning's loss terms
 * @param field the field's sizes
 * @param camera the cameras
 * @param rays rays and samples
 * @param discriminator the discriminator
 * @param generatorOptimiser for the field
 * @param discriminatorOptimiser for the discriminator
 * @param schedule of both learning rates
 * @param fineTuning the fitting of one view
 */
public record GrafSettings(
        Fidelity fidelity,
        int iterations,
        int batchSize,
        double averaging,
        List<LossSettings> losses,
        FieldShape field,
        Camera camera,
        RaySettings rays,
        DiscriminatorSettings discriminator,
        OptimiserSettings generatorOptimiser,
        OptimiserSettings discriminatorOptimiser,
        ScheduleSettings schedule,
        FineTuningSettings fineTuning) {
    /** Reads the {@code settings} object of a run's spec. */
    public static GrafSettings read(JsonObject settings) {
        var node = new SettingsNode("settings", settings);
        return new GrafSettings(
                node.choice("fidelity", Fidelity.class),
                node.integer("iterations", 0),
                node.integer("batchSize", 1),
                node.notNegative("averaging"),
                LossSettings.readAll(node.child("losses")),
                field(node.child("field")),
                camera(node.child("camera")),
                RaySettings.read(node.child("rays")),
                DiscriminatorSettings.read(node.child("discriminator")),
                OptimiserSettings.read(node.child("generatorOptimiser")),
                OptimiserSettings.read(node.child("discriminatorOptimiser")),
                ScheduleSettings.read(node.child("schedule")),
                FineTuningSettings.read(node.child("fineTuning")));
    }

    /** Steps of both phases together. */
    public long steps() {
        return (long) iterations + fineTuning.iterations();
    }

    private static FieldShape field(SettingsNode node) {
        return new FieldShape(
                node.integer("shapeCode", 1),
                node.integer("appearanceCode", 1),
                node.integer("positionFrequencies", 0),
                node.integer("directionFrequencies", 0),
                node.integer("layers", 1),
                node.integer("width", 2),
                node.integer("skipAfter", -1));
    }

    private static Camera camera(SettingsNode node) {
        return new Camera(
                node.notNegative("radiusMin"),
                node.notNegative("radiusMax"),
                node.notNegative("near"),
                node.notNegative("far"),
                node.notNegative("fieldOfView"),
                node.real("azimuthMin"),
                node.real("azimuthMax"),
                node.notNegative("polarMin"),
                node.notNegative("polarMax"));
    }
}
