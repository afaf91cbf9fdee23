// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.model.Camera;
import org.penumbra.model.ConditionalField;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.LearningRateSchedule;
import org.penumbra.model.PatchDiscriminator;
import org.penumbra.model.RaySampling;

import java.util.List;

/** The parts of a GRAF: sizes that fit into each other, limits in order. */
final class GrafRules {
    private static final int PATCH_UNIT = 8;
    private static final int CHANNEL_UNIT = 4;

    static final List<Rule<?>> ALL =
            List.of(
                    new Rule<>(ConditionalField.class, GrafRules::field),
                    new Rule<>(Camera.class, GrafRules::camera),
                    new Rule<>(RaySampling.class, GrafRules::rays),
                    new Rule<>(RaySampling.class, GrafRules::patchInImage),
                    new Rule<>(PatchDiscriminator.class, GrafRules::discriminator),
                    new Rule<>(LearningRateSchedule.class, GrafRules::schedule));

    private GrafRules() {}

    private static void field(ConditionalField field, Report report) {
        if (field.getSkipAfter() >= 0 && field.getSkipAfter() >= field.getLayers() - 1) {
            report.error(
                    field,
                    Literals.CONDITIONAL_FIELD__SKIP_AFTER,
                    ("is %d, and no layer follows it; set it below layers - 1 = %d, or to "
                                    + "-1 for none")
                            .formatted(field.getSkipAfter(), field.getLayers() - 1));
        }
        multiple(field, Literals.CONDITIONAL_FIELD__WIDTH, 2, report);
    }

    private static void camera(Camera camera, Report report) {
        ordered(camera, Literals.CAMERA__RADIUS_MIN, Literals.CAMERA__RADIUS_MAX, report);
        ordered(camera, Literals.CAMERA__AZIMUTH_MIN, Literals.CAMERA__AZIMUTH_MAX, report);
        ordered(camera, Literals.CAMERA__POLAR_MIN, Literals.CAMERA__POLAR_MAX, report);
        if (camera.getNear() >= camera.getFar()) {
            report.error(
                    camera,
                    Literals.CAMERA__NEAR,
                    "is %s, not before far (%s); set it smaller"
                            .formatted(camera.getNear(), camera.getFar()));
        } else if (camera.getNear() < camera.getRadiusMax() - camera.getRadiusMin()) {
            report.error(
                    camera,
                    Literals.CAMERA__NEAR,
                    ("is %s, which falls behind the nearest camera; set it to at least "
                                    + "radiusMax - radiusMin")
                            .formatted(camera.getNear()));
        }
    }

    private static void rays(RaySampling rays, Report report) {
        ordered(rays, Literals.RAY_SAMPLING__SCALE_MIN, Literals.RAY_SAMPLING__SCALE_MAX, report);
        multiple(rays, Literals.RAY_SAMPLING__PATCH_SIZE, PATCH_UNIT, report);
    }

    private static void patchInImage(RaySampling rays, Report report) {
        if (EcoreUtil.getRootContainer(rays) instanceof Experiment experiment) {
            for (var data : experiment.getDatasets()) {
                if (rays.getPatchSize() > data.getImageSize()) {
                    report.error(
                            rays,
                            Literals.RAY_SAMPLING__PATCH_SIZE,
                            "is %d, larger than the images of %s (%d); set it to at most that"
                                    .formatted(
                                            rays.getPatchSize(),
                                            data.getName(),
                                            data.getImageSize()));
                }
            }
        }
    }

    private static void discriminator(PatchDiscriminator discriminator, Report report) {
        multiple(discriminator, Literals.PATCH_DISCRIMINATOR__FEATURES, CHANNEL_UNIT, report);
    }

    private static void schedule(LearningRateSchedule schedule, Report report) {
        var milestones = schedule.getMilestones();
        for (int i = 1; i < milestones.size(); i++) {
            if (milestones.get(i) <= milestones.get(i - 1)) {
                report.error(
                        schedule,
                        Literals.LEARNING_RATE_SCHEDULE__MILESTONES,
                        "hold %d after %d; write them rising"
                                .formatted(milestones.get(i), milestones.get(i - 1)));
            }
        }
    }

    private static void multiple(EObject object, EAttribute feature, int unit, Report report) {
        int value = (int) object.eGet(feature);
        if (value % unit != 0) {
            var message = "is %d; it must be a multiple of %d, such as %d";
            var nearest = Math.ceilDiv(value, unit) * unit;
            report.error(object, feature, message.formatted(value, unit, nearest));
        }
    }

    private static void ordered(EObject object, EAttribute low, EAttribute high, Report report) {
        double lowest = (double) object.eGet(low);
        double highest = (double) object.eGet(high);
        if (lowest > highest) {
            var message = "is %s, larger than %s (%s); exchange the two";
            report.error(object, low, message.formatted(lowest, high.getName(), highest));
        }
    }
}
