// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.io.InputException;
import org.penumbra.model.Ablation;
import org.penumbra.model.Exclusion;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.Factor;
import org.penumbra.model.paths.Assignment;
import org.penumbra.model.paths.FeaturePath;
import org.penumbra.model.paths.Nearest;
import org.penumbra.model.paths.Setting;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ablations: factors on settings that exist, with levels that these settings take. */
final class AblationRules {
    private static final Set<String> VARIED = Set.of("dataset", "datasets", "variant", "variants");

    static final List<Rule<?>> ALL =
            List.of(
                    new Rule<>(Ablation.class, AblationRules::factors),
                    new Rule<>(Factor.class, AblationRules::path),
                    new Rule<>(Factor.class, AblationRules::levels),
                    new Rule<>(Exclusion.class, AblationRules::conditions));

    private AblationRules() {}

    private static void factors(Ablation ablation, Report report) {
        if (ablation.getFactors().isEmpty()) {
            report.error(
                    ablation,
                    Literals.ABLATION__FACTORS,
                    "are missing; add one or remove the ablation");
        }
        var varied = new HashSet<Setting>();
        for (var factor : ablation.getFactors()) {
            if (settings(factor).stream().anyMatch(setting -> !varied.add(setting))) {
                report.error(
                        factor,
                        Literals.FACTOR__PATH,
                        "varies a setting that an earlier factor varies too; keep one of them");
            }
        }
    }

    private static void path(Factor factor, Report report) {
        try {
            var path = FeaturePath.parse(factor.getPath());
            path.resolve(experiment(factor));
            if (!VARIED.contains(path.segments().getFirst())) {
                report.error(
                        factor,
                        Literals.FACTOR__PATH,
                        ("is %s, which changes nothing in a run; vary a setting under "
                                        + "variants/ or datasets/")
                                .formatted(path));
            }
        } catch (InputException e) {
            report.error(factor, Literals.FACTOR__PATH, "is wrong: " + sentence(e));
        }
    }

    private static void levels(Factor factor, Report report) {
        if (factor.getLevels().isEmpty()) {
            report.error(factor, Literals.FACTOR__LEVELS, "are missing; add at least one value");
        }
        var settings = settings(factor);
        var seen = new HashSet<Object>();
        for (var level : factor.getLevels()) {
            if (settings.stream().allMatch(setting -> level(factor, setting, level, report))
                    && !seen.add(settings.isEmpty() ? level : settings.getFirst().parse(level))) {
                var message = "hold %s twice; remove one of them".formatted(level);
                report.error(factor, Literals.FACTOR__LEVELS, message);
            }
        }
    }

    private static boolean level(Factor factor, Setting setting, String level, Report report) {
        try {
            setting.parse(level);
            return true;
        } catch (InputException e) {
            report.error(factor, Literals.FACTOR__LEVELS, "do not fit: " + sentence(e));
            return false;
        }
    }

    private static void conditions(Exclusion exclusion, Report report) {
        if (exclusion.getConditions().isEmpty()) {
            report.error(
                    exclusion,
                    Literals.EXCLUSION__CONDITIONS,
                    "are missing, so everything would be left out; add PATH=VALUE or remove the"
                            + " exclusion");
        }
        exclusion
                .getConditions()
                .forEach(
                        c ->
                                condition(exclusion, c)
                                        .ifPresent(
                                                fault ->
                                                        report.error(
                                                                exclusion,
                                                                Literals.EXCLUSION__CONDITIONS,
                                                                fault)));
    }

    private static Optional<String> condition(Exclusion exclusion, String condition) {
        try {
            return unknown((Ablation) exclusion.eContainer(), Assignment.parse(condition));
        } catch (InputException e) {
            return Optional.of("are wrong: " + sentence(e));
        }
    }

    private static Optional<String> unknown(Ablation ablation, Assignment condition) {
        var path = condition.path().toString();
        var factor =
                ablation.getFactors().stream().filter(f -> f.getPath().equals(path)).findFirst();
        if (factor.isEmpty()) {
            var paths = ablation.getFactors().stream().map(Factor::getPath).toList();
            return Optional.of(
                    "hold %s, but no factor has the path %s; the nearest are %s"
                            .formatted(
                                    condition, path, String.join(", ", Nearest.of(path, paths))));
        }
        if (!factor.get().getLevels().contains(condition.value())) {
            return Optional.of(
                    "hold %s, but %s is none of the levels of %s; write one of %s"
                            .formatted(
                                    condition,
                                    condition.value(),
                                    factor.get().getName(),
                                    String.join(", ", factor.get().getLevels())));
        }
        return Optional.empty();
    }

    private static List<Setting> settings(Factor factor) {
        try {
            return FeaturePath.parse(factor.getPath()).resolve(experiment(factor));
        } catch (InputException _) {
            return List.of(); // reported by the rule on paths
        }
    }

    private static Experiment experiment(Factor factor) {
        return (Experiment) EcoreUtil.getRootContainer(factor);
    }

    // Messages of problems have no full stop, so that a path can be put before and a count behind.
    private static String sentence(InputException e) {
        return e.getMessage().replaceFirst("\\.$", "");
    }
}
