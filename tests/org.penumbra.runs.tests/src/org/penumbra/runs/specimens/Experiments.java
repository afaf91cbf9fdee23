// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.specimens;

import org.penumbra.model.AblationStrategy;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentFactory;
import org.penumbra.model.defaults.Completion;
import org.penumbra.model.defaults.Published;

import java.util.List;

/** Experiments on a tiny phantom. */
public final class Experiments {
    private static final ExperimentFactory FACTORY = ExperimentFactory.eINSTANCE;

    private Experiments() {}

    /** MedNeRF against UMedNeRF on six views of 16 pixels, two seeds, nothing varied. */
    public static Experiment twoVariants() {
        var experiment = FACTORY.createExperiment();
        experiment.setName("specimen");
        var phantom = FACTORY.createPhantomViews();
        phantom.setName("phantom");
        phantom.setImageSize(16);
        phantom.setInstanceCount(1);
        experiment.getDatasets().add(phantom);
        experiment.getVariants().add(Published.medNeRF());
        experiment.getVariants().add(Published.uMedNeRF());
        experiment.getSeeds().addAll(List.of(1, 2));
        Completion.complete(experiment);
        phantom.getGeometry().setViews(6);
        return experiment;
    }

    /** The same with an ablation that has no factors yet. */
    public static Experiment ablation(AblationStrategy strategy) {
        var experiment = twoVariants();
        experiment.setAblation(FACTORY.createAblation());
        experiment.getAblation().setStrategy(strategy);
        return experiment;
    }

    /** Adds a factor. */
    public static void factor(Experiment experiment, String path, String... levels) {
        var factor = FACTORY.createFactor();
        factor.setPath(path);
        factor.getLevels().addAll(List.of(levels));
        experiment.getAblation().getFactors().add(factor);
    }

    /** Adds an exclusion. */
    public static void exclusion(Experiment experiment, String... conditions) {
        var exclusion = FACTORY.createExclusion();
        exclusion.getConditions().addAll(List.of(conditions));
        experiment.getAblation().getExclusions().add(exclusion);
    }
}
