// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.FineTuningTarget;
import org.penumbra.model.GrafVariant;
import org.penumbra.model.LossKind;
import org.penumbra.model.LossTerm;
import org.penumbra.model.PatchDiscriminator;
import org.penumbra.model.Weighting;

import java.util.List;

/** Losses: there are some, they count, and they fit what is optimised and how they are weighed. */
final class LossRules {
    static final List<Rule<?>> ALL =
            List.of(
                    new Rule<>(GrafVariant.class, LossRules::present),
                    new Rule<>(GrafVariant.class, LossRules::prior),
                    new Rule<>(GrafVariant.class, LossRules::uncertainty),
                    new Rule<>(PatchDiscriminator.class, LossRules::reconstruction));

    private LossRules() {}

    private static void present(GrafVariant variant, Report report) {
        var losses = variant.getLosses();
        if (losses.isEmpty()) {
            report.error(
                    variant,
                    Literals.VARIANT__LOSSES,
                    "are missing; add at least one, such as mse of weight 1");
        } else if (losses.stream().allMatch(loss -> loss.getWeight() == 0)) {
            report.error(
                    variant,
                    Literals.VARIANT__LOSSES,
                    "all have weight 0; give one of them a weight above 0");
        }
    }

    private static void prior(GrafVariant variant, Report report) {
        var tuning = variant.getFineTuning();
        if (tuning == null || tuning.getOptimised() == FineTuningTarget.GENERATOR_AND_CODE) {
            return;
        }
        for (var loss : variant.getLosses()) {
            if (isPrior(loss)) {
                report.warning(
                        loss,
                        Literals.LOSS_TERM__KIND,
                        "is code_prior, which is constant while only the generator is optimised;"
                            + " remove the term or set fineTuning/optimised to generator_and_code");
            }
        }
    }

    private static void uncertainty(GrafVariant variant, Report report) {
        var tuning = variant.getFineTuning();
        var terms = variant.getLosses().stream().filter(loss -> !isPrior(loss)).count();
        if (tuning != null && tuning.getWeighting() == Weighting.UNCERTAINTY && terms < 2) {
            report.error(
                    tuning,
                    Literals.FINE_TUNING__WEIGHTING,
                    ("is uncertainty, which weighs at least two losses beside a prior, and "
                                    + "there are %d; add a loss or set it to fixed")
                            .formatted(terms));
        }
    }

    private static boolean isPrior(LossTerm loss) {
        return loss.getKind() == LossKind.CODE_PRIOR;
    }

    private static void reconstruction(PatchDiscriminator discriminator, Report report) {
        var loss = discriminator.getReconstruction();
        if (loss != null && isPrior(loss)) {
            report.error(
                    loss,
                    Literals.LOSS_TERM__KIND,
                    "is code_prior, which compares no images; choose an image loss such as"
                            + " lpips_vgg or ms_ssim");
        }
    }
}
