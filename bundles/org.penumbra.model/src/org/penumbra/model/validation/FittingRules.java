// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.model.Dataset;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.FineTuning;
import org.penumbra.model.GrafVariant;
import org.penumbra.model.PhantomViews;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Training and fine-tuning: something is trained, and the given view exists in every dataset. */
final class FittingRules {
    static final List<Rule<?>> ALL =
            List.of(
                    new Rule<>(GrafVariant.class, FittingRules::work),
                    new Rule<>(FineTuning.class, FittingRules::patch),
                    new Rule<>(FineTuning.class, FittingRules::inDatasets));

    private FittingRules() {}

    private static void work(GrafVariant variant, Report report) {
        var tuning = variant.getFineTuning();
        if (variant.getIterations() == 0 && tuning != null && tuning.getIterations() == 0) {
            report.error(
                    variant,
                    Literals.GRAF_VARIANT__ITERATIONS,
                    "and fineTuning/iterations are both 0, so nothing is trained; raise one of"
                            + " them");
        }
    }

    private static void patch(FineTuning tuning, Report report) {
        if (tuning.getPatchSize() > tuning.getImageSize()) {
            report.error(
                    tuning,
                    Literals.FINE_TUNING__PATCH_SIZE,
                    ("is %d, larger than imageSize (%d); set it to at most that, or to 0 "
                                    + "for the whole image")
                            .formatted(tuning.getPatchSize(), tuning.getImageSize()));
        }
    }

    private static void inDatasets(FineTuning tuning, Report report) {
        if (tuning.getIterations() > 0
                && EcoreUtil.getRootContainer(tuning) instanceof Experiment experiment) {
            for (var data : experiment.getDatasets()) {
                size(tuning, data, report);
                instance(tuning, data, report);
                views(tuning, data, report);
            }
        }
    }

    private static void size(FineTuning tuning, Dataset data, Report report) {
        if (tuning.getImageSize() > data.getImageSize()) {
            report.error(
                    tuning,
                    Literals.FINE_TUNING__IMAGE_SIZE,
                    "is %d, larger than the images of %s (%d); set it to at most that"
                            .formatted(tuning.getImageSize(), data.getName(), data.getImageSize()));
        }
    }

    private static void instance(FineTuning tuning, Dataset data, Report report) {
        var instance = tuning.getInstance();
        var used = data.getInstances();
        if (!instance.isEmpty() && !used.isEmpty() && !used.contains(instance)) {
            report.error(
                    tuning,
                    Literals.FINE_TUNING__INSTANCE,
                    "is %s, which %s does not use; name one of %s, or none for the first"
                            .formatted(instance, data.getName(), String.join(", ", used)));
        }
    }

    private static void views(FineTuning tuning, Dataset data, Report report) {
        view(tuning.getView(), Literals.FINE_TUNING__VIEW, tuning, data, report);
        for (var further : tuning.getFurtherViews()) {
            view(further, Literals.FINE_TUNING__FURTHER_VIEWS, tuning, data, report);
        }
        var all = new ArrayList<>(tuning.getFurtherViews());
        all.add(tuning.getView());
        if (Set.copyOf(all).size() < all.size()) {
            report.error(
                    tuning,
                    Literals.FINE_TUNING__FURTHER_VIEWS,
                    "names a view twice, or the one that view names; name each once");
        }
    }

    private static void view(
            int index, EAttribute feature, FineTuning tuning, Dataset data, Report report) {
        if (data instanceof PhantomViews phantom
                && phantom.getGeometry() != null
                && index >= phantom.getGeometry().getViews()) {
            report.error(
                    tuning,
                    feature,
                    "is %d, and %s has only views 0 to %d; name one of them"
                            .formatted(
                                    index, data.getName(), phantom.getGeometry().getViews() - 1));
        }
        if (data.getHeldOut().contains(tuning.getInstance() + ":" + index)) {
            report.warning(
                    tuning,
                    feature,
                    ("is held out in %s and fitted all the same, so its score is no test; "
                                    + "choose another view")
                            .formatted(data.getName()));
        }
    }
}
