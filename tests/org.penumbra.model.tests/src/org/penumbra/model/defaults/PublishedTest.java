// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.defaults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.model.ExperimentFactory;
import org.penumbra.model.LossKind;
import org.penumbra.model.OptimiserKind;
import org.penumbra.model.Variant;
import org.penumbra.model.Weighting;

import java.util.List;

/** The defaults are the published values of the official code. */
class PublishedTest {
    @Test
    void medNeRF() {
        var variant = Published.medNeRF();
        assertEquals(List.of(LossKind.LPIPS_ALEX, LossKind.MSE), kinds(variant));
        assertEquals(List.of(0.3, 0.1), weights(variant));
        assertEquals(64, variant.getFineTuning().getImageSize());
        assertEquals(Weighting.FIXED, variant.getFineTuning().getWeighting());
        assertEquals(5e-4, variant.getGeneratorOptimiser().getLearningRate());
        assertEquals(1e-4, variant.getDiscriminatorOptimiser().getLearningRate());
        assertEquals(List.of(50_000, 100_000, 200_000), variant.getSchedule().getMilestones());
        assertEquals(LossKind.LPIPS_VGG, variant.getDiscriminator().getReconstruction().getKind());
    }

    @Test
    void uMedNeRF() {
        var variant = Published.uMedNeRF();
        assertEquals(List.of(1.0, 1.0), weights(variant));
        assertEquals(128, variant.getFineTuning().getImageSize());
        assertEquals(Weighting.UNCERTAINTY, variant.getFineTuning().getWeighting());
        assertEquals(1, variant.getFineTuning().getUncertainty().getInitialSigma());
    }

    @Test
    void theCodeIsOptimisedByAdamWithoutMomentum() {
        var optimiser = Published.medNeRF().getFineTuning().getCodeOptimiser();
        assertEquals(OptimiserKind.ADAM, optimiser.getKind());
        assertEquals(0, optimiser.getBeta1());
        assertEquals(0.999, optimiser.getBeta2());
    }

    @Test
    void completionKeepsWhatIsThere() {
        var experiment = ExperimentFactory.eINSTANCE.createExperiment();
        var resources = ExperimentFactory.eINSTANCE.createResources();
        resources.setThreads(3);
        experiment.setResources(resources);
        Completion.complete(experiment);
        assertSame(resources, experiment.getResources());
        assertEquals(3, resources.getThreads());
        assertEquals("mednerf", experiment.getEvaluation().getProfile());
        assertEquals(null, experiment.getAblation());
    }

    @Test
    void identitiesDiffer() {
        var first = Published.medNeRF();
        var second = Published.medNeRF();
        assertNotEquals(first.getId(), second.getId());
        assertFalse(first.getLosses().getFirst().getId().isEmpty());
        assertTrue(first.getLosses().stream().map(l -> l.getId()).distinct().count() == 2);
    }

    private static List<LossKind> kinds(Variant variant) {
        return variant.getLosses().stream().map(l -> l.getKind()).toList();
    }

    private static List<Double> weights(Variant variant) {
        return variant.getLosses().stream().map(l -> l.getWeight()).toList();
    }
}
