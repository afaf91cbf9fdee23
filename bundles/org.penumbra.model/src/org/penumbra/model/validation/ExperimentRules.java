// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.penumbra.model.Evaluation;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.ExternalMethod;
import org.penumbra.model.Named;
import org.penumbra.model.Resources;
import org.penumbra.model.paths.Nearest;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** An experiment has data, variants and seeds; its baseline and device exist. */
final class ExperimentRules {
    private static final Pattern DEVICE = Pattern.compile("auto|cpu|cuda:\\d{1,4}");

    static final List<Rule<?>> ALL =
            List.of(
                    new Rule<>(Experiment.class, ExperimentRules::parts),
                    new Rule<>(Experiment.class, ExperimentRules::seeds),
                    new Rule<>(Evaluation.class, ExperimentRules::baseline),
                    new Rule<>(Evaluation.class, ExperimentRules::profile),
                    new Rule<>(Resources.class, ExperimentRules::device));

    private ExperimentRules() {}

    private static void parts(Experiment experiment, Report report) {
        if (experiment.getDatasets().isEmpty() && !bringTheirOwn(experiment)) {
            report.error(
                    experiment,
                    Literals.EXPERIMENT__DATASETS,
                    "are missing; add a DrrFolder or PhantomViews");
        }
        if (experiment.getVariants().isEmpty()) {
            report.error(
                    experiment,
                    Literals.EXPERIMENT__VARIANTS,
                    "are missing; add a MedNeRF, UMedNeRF or ExternalMethod");
        }
    }

    private static boolean bringTheirOwn(Experiment experiment) {
        return !experiment.getVariants().isEmpty()
                && experiment.getVariants().stream().allMatch(ExternalMethod.class::isInstance);
    }

    private static void seeds(Experiment experiment, Report report) {
        var seen = new HashSet<Integer>();
        if (experiment.getSeeds().isEmpty()) {
            report.error(
                    experiment,
                    Literals.EXPERIMENT__SEEDS,
                    "are missing; add at least one, such as 1");
        }
        for (var seed : experiment.getSeeds()) {
            if (!seen.add(seed)) {
                var message = "hold %d twice; remove one of them".formatted(seed);
                report.error(experiment, Literals.EXPERIMENT__SEEDS, message);
            }
        }
    }

    private static void baseline(Evaluation evaluation, Report report) {
        var baseline = evaluation.getBaseline();
        if (baseline.isEmpty() || !(evaluation.eContainer() instanceof Experiment experiment)) {
            return;
        }
        var names = experiment.getVariants().stream().map(Named::getName).toList();
        if (!names.contains(baseline)) {
            report.error(
                    evaluation,
                    Literals.EVALUATION__BASELINE,
                    "is %s, which is no variant; name one of %s, or none for the first"
                            .formatted(baseline, String.join(", ", Nearest.of(baseline, names))));
        }
    }

    private static void profile(Evaluation evaluation, Report report) {
        if (evaluation.getProfile().isBlank()) {
            report.error(evaluation, Literals.EVALUATION__PROFILE, "is empty; write mednerf");
        }
    }

    private static void device(Resources resources, Report report) {
        if (!DEVICE.matcher(resources.getDevice()).matches()) {
            report.error(
                    resources,
                    Literals.RESOURCES__DEVICE,
                    "is \"%s\"; write auto, cpu or cuda:N".formatted(resources.getDevice()));
        }
    }
}
