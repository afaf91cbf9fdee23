// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import org.penumbra.io.InputException;
import org.penumbra.model.external.Placeholders;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.foreign.Pairs;
import org.penumbra.runs.json.Fields;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run's description says about its program.
 *
 * @param command the program and its arguments, with placeholders
 * @param resume further arguments when it was started before
 * @param format how it gets its parameters: the literal of the model's SettingsFormat
 * @param settingsFile the file that they are written to, with placeholders; may be empty
 * @param template the content of that file with format template
 * @param parameters texts by name, with placeholders
 * @param environment texts by name, with placeholders
 * @param eventFolder where its event files are, with placeholders; may be empty
 * @param tags other names for curves
 * @param images the pattern of its images, with placeholders; may be empty
 * @param resultsFile its final figures, with placeholders; may be empty
 * @param metrics tags of curves by metric
 * @param lastStep the step at which the program is to end; 0 when it ends by itself
 * @param sources patterns of the files that make its identity
 * @param code the fingerprint of the code it was planned with
 * @param folder where the code is on this machine
 * @param stopSignal {@code term}, {@code int} or {@code usr1}
 * @param patience seconds between that signal and a kill
 */
record ExternalSettings(
        List<String> command,
        List<String> resume,
        String format,
        String settingsFile,
        String template,
        Map<String, String> parameters,
        Map<String, String> environment,
        String eventFolder,
        Map<String, String> tags,
        String images,
        String resultsFile,
        Map<String, String> metrics,
        long lastStep,
        List<String> sources,
        String code,
        Path folder,
        String stopSignal,
        long patience) {

    /**
     * Reads a description.
     *
     * @throws InputException when something is missing
     */
    static ExternalSettings of(RunDescription run) {
        var spec = new Fields(run.spec(), "The run " + run.name());
        var settings = spec.fields("settings");
        var resources = new Fields(run.resources(), "The run " + run.name() + ", resources");
        return new ExternalSettings(
                command(settings),
                settings.texts("resume"),
                settings.text("settingsFormat"),
                settings.text("settingsFile"),
                settings.text("settingsTemplate"),
                values(settings.fields("parameters")),
                values(settings.fields("environment")),
                settings.text("eventFolder"),
                Pairs.of(settings.texts("tags")),
                settings.text("images"),
                settings.text("resultsFile"),
                Pairs.of(settings.texts("metrics")),
                settings.whole("lastStep"),
                settings.texts("sources"),
                spec.text("code"),
                Path.of(resources.text("code")),
                resources.text("stopSignal"),
                resources.whole("patience"));
    }

    /** Whether some text needs a placeholder. */
    boolean uses(String placeholder) {
        var texts =
                Stream.of(
                                command,
                                resume,
                                List.of(settingsFile, template, eventFolder, images, resultsFile),
                                parameters.values(),
                                environment.values())
                        .flatMap(Collection::stream);
        return texts.flatMap(text -> Placeholders.names(text).stream())
                .anyMatch(placeholder::equals);
    }

    private static List<String> command(Fields settings) {
        var command = settings.texts("command");
        if (command.isEmpty()) {
            throw new InputException(settings.where() + " names no command; plan the run again");
        }
        return command;
    }

    private static Map<String, String> values(Fields named) {
        var values = new LinkedHashMap<String, String>();
        named.object().keySet().forEach(n -> values.put(n, named.fields(n).text("value")));
        return values;
    }
}
