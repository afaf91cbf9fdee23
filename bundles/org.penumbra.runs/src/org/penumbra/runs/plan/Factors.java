// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import org.penumbra.io.InputException;
import org.penumbra.model.AblationStrategy;
import org.penumbra.model.Experiment;
import org.penumbra.model.Factor;
import org.penumbra.model.Variant;
import org.penumbra.model.paths.FeaturePath;
import org.penumbra.model.paths.Setting;

import java.util.ArrayList;
import java.util.List;

/** The factors of an ablation, checked against the experiment. */
final class Factors {
    private final Experiment experiment;

    Factors(Experiment experiment) {
        this.experiment = experiment;
    }

    private List<Factor> all() {
        return experiment.getAblation() == null ? List.of() : experiment.getAblation().getFactors();
    }

    List<String> paths() {
        return all().stream().map(Factor::getPath).toList();
    }

    /** The factors that change something for a variant, with the levels that do. */
    List<FactorLevels> of(Variant variant) {
        var factors = new ArrayList<FactorLevels>();
        for (var factor : all()) {
            var settings = relevant(experiment, variant, FeaturePath.parse(factor.getPath()));
            var levels = levels(factor, settings);
            if (!settings.isEmpty() && !levels.isEmpty()) {
                factors.add(new FactorLevels(factor.getPath(), levels));
            }
        }
        return factors;
    }

    private List<String> levels(Factor factor, List<Setting> settings) {
        if (factor.getLevels().isEmpty()) {
            throw new InputException(
                    "The factor %s has no levels: give it at least one"
                            .formatted(factor.getPath()));
        }
        // Every level is read for every variant, so that a bad one is found whichever is run.
        FeaturePath.parse(factor.getPath())
                .resolve(experiment)
                .forEach(setting -> factor.getLevels().forEach(setting::parse));
        boolean asWrittenToo =
                experiment.getAblation().getStrategy() == AblationStrategy.ONE_FACTOR_AT_ATIME;
        return factor.getLevels().stream()
                .distinct()
                .filter(level -> !asWrittenToo || !holds(settings, level))
                .toList();
    }

    /** Whether all settings have a value already. */
    static boolean holds(List<Setting> settings, String value) {
        return settings.stream().allMatch(one -> one.parse(value).equals(one.value()));
    }

    /** What a path means for one variant: its own settings, and those outside all variants. */
    static List<Setting> relevant(Experiment experiment, Variant variant, FeaturePath path) {
        return path.resolve(experiment).stream()
                .filter(setting -> setting.isWithin(variant) || !ofAny(experiment, setting))
                .toList();
    }

    private static boolean ofAny(Experiment experiment, Setting setting) {
        return experiment.getVariants().stream().anyMatch(setting::isWithin);
    }
}
