// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.io.InputException;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.ExternalMethod;
import org.penumbra.model.Named;
import org.penumbra.model.Parameter;
import org.penumbra.model.external.ImagePattern;
import org.penumbra.model.external.InnerPath;
import org.penumbra.model.external.Placeholders;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs of the user's own: what is started, and that texts and paths can be filled in. */
final class ExternalRules {
    private static final Pattern ABSOLUTE = Pattern.compile("([A-Za-z]:)?[/\\\\].*|~.*");
    private static final Pattern FOLDER =
            Pattern.compile("(\\$\\{(code|home)}(/[^$]*)?)|[^$]*", Pattern.DOTALL);
    private static final Set<String> DATA = Set.of("data", "training");

    static final List<Rule<?>> ALL =
            List.of(
                    new Rule<>(ExternalMethod.class, ExternalRules::command),
                    new Rule<>(ExternalMethod.class, ExternalRules::folder),
                    new Rule<>(ExternalMethod.class, ExternalRules::texts),
                    new Rule<>(ExternalMethod.class, ExternalRules::paths),
                    new Rule<>(ExternalMethod.class, ExternalRules::data),
                    new Rule<>(ExternalMethod.class, ExternalRules::losses));

    private ExternalRules() {}

    private static void command(ExternalMethod method, Report report) {
        if (method.getCommand().isEmpty() || method.getCommand().getFirst().isBlank()) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__COMMAND,
                    "is empty; name the program and its arguments, such as python3 and train.py");
        }
    }

    private static void folder(ExternalMethod method, Report report) {
        var folder = method.getWorkingFolder();
        if (folder.isBlank()) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__WORKING_FOLDER,
                    "is empty; name the folder of the code, or . for that of the experiment");
        } else if (ABSOLUTE.matcher(folder).matches()) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__WORKING_FOLDER,
                    "is the absolute path %s; write it relative to the experiment or as ${code}/..."
                            .formatted(folder));
        } else if (!FOLDER.matcher(folder).matches()) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__WORKING_FOLDER,
                    "is \"%s\"; the variables ${code} and ${home} stand at the beginning, before a slash"
                            .formatted(folder));
        }
    }

    private static void texts(ExternalMethod method, Report report) {
        var parameters = method.getParameters().stream().map(Named::getName).toList();
        for (var attribute : texts()) {
            values(method, attribute)
                    .forEach(text -> text(method, attribute, text, parameters, report));
        }
        for (var value : method.getEnvironment()) {
            text(value, Literals.PARAMETER__VALUE, value.getValue(), parameters, report);
        }
        for (var value : method.getParameters()) {
            text(value, Literals.PARAMETER__VALUE, value.getValue(), List.of(), report);
        }
    }

    private static List<EAttribute> texts() {
        return List.of(
                Literals.EXTERNAL_METHOD__COMMAND,
                Literals.EXTERNAL_METHOD__SETTINGS_FILE,
                Literals.EXTERNAL_METHOD__SETTINGS_TEMPLATE,
                Literals.EXTERNAL_METHOD__RESUME,
                Literals.EXTERNAL_METHOD__EVENT_FOLDER,
                Literals.EXTERNAL_METHOD__IMAGES,
                Literals.EXTERNAL_METHOD__RESULTS_FILE);
    }

    static Stream<String> values(EObject object, EAttribute attribute) {
        return object.eGet(attribute) instanceof List<?> list
                ? list.stream().map(String.class::cast)
                : Stream.of((String) object.eGet(attribute));
    }

    private static void text(
            EObject owner, EAttribute attribute, String text, List<String> names, Report report) {
        Placeholders.fault(text, names).ifPresent(fault -> report.error(owner, attribute, fault));
    }

    private static void paths(ExternalMethod method, Report report) {
        path(method, Literals.EXTERNAL_METHOD__SETTINGS_FILE, report);
        path(method, Literals.EXTERNAL_METHOD__EVENT_FOLDER, report);
        path(method, Literals.EXTERNAL_METHOD__RESULTS_FILE, report);
        for (var pattern : method.getSources()) {
            InnerPath.fault(pattern)
                    .ifPresent(
                            fault ->
                                    report.error(
                                            method,
                                            Literals.EXTERNAL_METHOD__SOURCES,
                                            "hold a pattern that " + fault));
        }
        images(method, report);
    }

    private static void path(ExternalMethod method, EAttribute attribute, Report report) {
        var text = (String) method.eGet(attribute);
        InnerPath.fault(text).ifPresent(fault -> report.error(method, attribute, fault));
    }

    private static void images(ExternalMethod method, Report report) {
        try {
            if (!method.getImages().isEmpty()) {
                ImagePattern.parse(method.getImages().replaceAll("\\$\\{[^}]*}", "x"));
            }
        } catch (InputException e) {
            report.error(
                    method,
                    Literals.EXTERNAL_METHOD__IMAGES,
                    "are wrong: " + e.getMessage().replaceFirst("\\.$", ""));
        }
    }

    /** A placeholder for data needs a dataset. */
    private static void data(ExternalMethod method, Report report) {
        if (!(EcoreUtil.getRootContainer(method) instanceof Experiment experiment)
                || !experiment.getDatasets().isEmpty()) {
            return;
        }
        var filled =
                Stream.concat(
                        texts().stream().flatMap(attribute -> values(method, attribute)),
                        Stream.concat(
                                        method.getParameters().stream(),
                                        method.getEnvironment().stream())
                                .map(Parameter::getValue));
        if (filled.flatMap(text -> Placeholders.names(text).stream()).anyMatch(DATA::contains)) {
            report.error(
                    method,
                    null,
                    "uses ${data} or ${training}, but the experiment has no dataset; add one");
        }
    }

    private static void losses(ExternalMethod method, Report report) {
        if (!method.getLosses().isEmpty()) {
            report.error(
                    method,
                    Literals.VARIANT__LOSSES,
                    "are not used by a program of your own; remove them, or write their weights as"
                            + " parameters");
        }
    }
}
