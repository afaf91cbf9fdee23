// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.io.json.Yaml;
import org.penumbra.model.external.ParameterTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters in the form that a program expects.
 *
 * @param file the content of the settings file, where there is one
 * @param arguments what is added to the command
 */
record SettingsText(Optional<String> file, List<String> arguments) {
    /**
     * Writes parameters.
     *
     * @param format the literal of the model's SettingsFormat
     * @param parameters texts by name, placeholders filled
     * @param template the content for the format template, placeholders filled
     * @throws InputException when the names make no tree, or there is no such format
     */
    static SettingsText of(String format, Map<String, String> parameters, String template) {
        return switch (format) {
            case "none" -> new SettingsText(Optional.empty(), List.of());
            case "json" -> file(Json.pretty(ParameterTree.of(parameters)) + "\n");
            case "yaml" -> file(Yaml.write(ParameterTree.of(parameters)));
            case "template" -> file(template);
            case "arguments" -> arguments(parameters, false);
            case "sections" -> arguments(parameters, true);
            default ->
                    throw new InputException(
                            "There is no settings format %s here: open the run with the release that planned it"
                                    .formatted(format));
        };
    }

    private static SettingsText file(String content) {
        return new SettingsText(Optional.of(content), List.of());
    }

    private static SettingsText arguments(Map<String, String> parameters, boolean sections) {
        var arguments = new ArrayList<String>();
        parameters.forEach(
                (name, value) -> {
                    arguments.add("--" + (sections ? name.replaceFirst("\\.", ":") : name));
                    if (!value.isEmpty()) {
                        arguments.add(value);
                    }
                });
        return new SettingsText(Optional.empty(), List.copyOf(arguments));
    }
}
