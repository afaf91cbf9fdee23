// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.ecore.EAttribute;
import org.penumbra.io.InputException;
import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.ExternalMethod;
import org.penumbra.model.Named;
import org.penumbra.model.Parameter;
import org.penumbra.model.SettingsFormat;
import org.penumbra.model.external.ParameterTree;
import org.penumbra.model.paths.Nearest;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How a program of the user's own is told its parameters, and what is read of its results. */
final class ExternalFormatRules {
    private static final Set<SettingsFormat> FILES =
            Set.of(SettingsFormat.JSON, SettingsFormat.YAML, SettingsFormat.TEMPLATE);
    private static final Pattern PAIR = Pattern.compile("[^=\\p{Cntrl}]+=[^=\\p{Cntrl}]+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern STEPS = Pattern.compile("\\d{1,18}");

    static final List<Rule<?>> ALL =
            List.of(
                    new Rule<>(ExternalMethod.class, ExternalFormatRules::file),
                    new Rule<>(ExternalMethod.class, ExternalFormatRules::template),
                    new Rule<>(ExternalMethod.class, ExternalFormatRules::tree),
                    new Rule<>(ExternalMethod.class, ExternalFormatRules::sections),
                    new Rule<>(ExternalMethod.class, ExternalFormatRules::pairs),
                    new Rule<>(ExternalMethod.class, ExternalFormatRules::steps),
                    new Rule<>(ExternalMethod.class, ExternalFormatRules::figures),
                    new Rule<>(Parameter.class, ExternalFormatRules::variable));

    private ExternalFormatRules() {}

    private static void file(ExternalMethod method, Report report) {
        var isWritten = FILES.contains(method.getSettingsFormat());
        if (isWritten && method.getSettingsFile().isBlank()) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__SETTINGS_FILE,
                    "is empty; name the file that the program reads, such as settings.%s"
                            .formatted(method.getSettingsFormat().getLiteral()));
        } else if (!isWritten && !method.getSettingsFile().isEmpty()) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__SETTINGS_FILE,
                    "is not written with settingsFormat %s; empty it, or set json, yaml or template"
                            .formatted(method.getSettingsFormat().getLiteral()));
        }
    }

    private static void template(ExternalMethod method, Report report) {
        var isMeant = method.getSettingsFormat() == SettingsFormat.TEMPLATE;
        if (isMeant == method.getSettingsTemplate().isEmpty()) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__SETTINGS_TEMPLATE,
                    isMeant
                            ? "is empty; write the content of the settings file"
                            : "is used with settingsFormat template only; set that, or empty it");
        }
    }

    private static void tree(ExternalMethod method, Report report) {
        var format = method.getSettingsFormat();
        if (format != SettingsFormat.JSON && format != SettingsFormat.YAML) {
            return;
        }
        var parameters = new LinkedHashMap<String, String>();
        method.getParameters().forEach(one -> parameters.put(one.getName(), one.getValue()));
        try {
            ParameterTree.of(parameters);
        } catch (InputException e) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__PARAMETERS,
                    "do not make a tree: " + e.getMessage().replaceFirst("\\.$", ""));
        }
    }

    private static void sections(ExternalMethod method, Report report) {
        if (method.getSettingsFormat() != SettingsFormat.SECTIONS) {
            return;
        }
        for (var parameter : method.getParameters()) {
            var name = parameter.getName();
            if (name.startsWith(".") || name.endsWith(".")) {
                report.error(
                        parameter,
                        Literals.NAMED__NAME,
                        "has nothing before or behind its dot; write section.name");
            }
        }
    }

    private static void pairs(ExternalMethod method, Report report) {
        pairs(method, Literals.EXTERNAL_METHOD__METRICS, "psnr=eval/psnr", report);
        pairs(method, Literals.EXTERNAL_METHOD__TAGS, "losses/generator=loss/generator", report);
    }

    private static void pairs(
            ExternalMethod method, EAttribute attribute, String example, Report report) {
        var seen = new HashSet<String>();
        ExternalRules.values(method, attribute)
                .forEach(
                        pair -> {
                            if (!PAIR.matcher(pair).matches()) {
                                report.error(
                                        method,
                                        attribute,
                                        "hold \"%s\"; write pairs such as %s"
                                                .formatted(pair, example));
                            } else if (!seen.add(pair.substring(0, pair.indexOf('=')))) {
                                report.error(
                                        method,
                                        attribute,
                                        "hold %s and another of that name; keep one"
                                                .formatted(pair));
                            }
                        });
    }

    private static void steps(ExternalMethod method, Report report) {
        var wanted = method.getStepsParameter();
        if (wanted.isEmpty()) {
            return;
        }
        var names = method.getParameters().stream().map(Named::getName).toList();
        var found = method.getParameters().stream().filter(p -> p.getName().equals(wanted));
        var value = found.map(Parameter::getValue).findFirst();
        if (value.isEmpty()) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__STEPS_PARAMETER,
                    "is %s, which is no parameter; name one of %s, or none"
                            .formatted(wanted, String.join(", ", Nearest.of(wanted, names))));
        } else if (!STEPS.matcher(value.get()).matches()) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__STEPS_PARAMETER,
                    "is %s, whose value \"%s\" is no whole number; correct it, or name none"
                            .formatted(wanted, value.get()));
        }
    }

    private static void figures(ExternalMethod method, Report report) {
        if (method.getResultsFile().isEmpty() && method.getMetrics().isEmpty()) {
            report.warning(
                    method,
                    Literals.EXTERNAL_METHOD__METRICS,
                    "are missing and so is resultsFile, so its runs cannot be compared; write one"
                            + " of them");
        } else if (method.getEventFolder().isEmpty() && !method.getMetrics().isEmpty()) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__METRICS,
                    "come from curves, but eventFolder is empty; name it");
        }
    }

    private static void variable(Parameter parameter, Report report) {
        if (parameter.eContainmentFeature() == Literals.EXTERNAL_METHOD__ENVIRONMENT
                && !VARIABLE.matcher(parameter.getName()).matches()) {
            report.error(
                    parameter,
                    Literals.NAMED__NAME,
                    "is no name of an environment variable; use letters, digits and _");
        }
    }
}
