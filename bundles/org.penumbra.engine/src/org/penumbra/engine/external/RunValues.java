// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import org.penumbra.model.external.InnerPath;
import org.penumbra.model.external.Placeholders;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of one run's placeholders. */
final class RunValues {
    private final Map<String, String> whole;
    private final Map<String, String> inner;
    private final Map<String, String> parameters;

    private RunValues(
            Map<String, String> whole, Map<String, String> inner, Map<String, String> parameters) {
        this.whole = whole;
        this.inner = inner;
        this.parameters = parameters;
    }

    /**
     * Fills what can be filled.
     *
     * @param settings the run's settings
     * @param work its work folder
     * @param facts seed, device, cuda, threads and run
     * @param data where the data are, where they are needed
     * @param training where the training views are, where they are needed
     */
    static RunValues of(
            ExternalSettings settings,
            WorkFolder work,
            Map<String, String> facts,
            Optional<Path> data,
            Optional<Path> training) {
        var base = new LinkedHashMap<>(facts);
        data.ifPresent(path -> base.put("data", path.toString()));
        training.ifPresent(path -> base.put("training", path.toString()));
        var inner = new LinkedHashMap<>(base);
        place(inner, Path.of("."), Path.of("out"));
        place(base, work.path(), work.out());
        var file = settingsFile(settings, inner);
        base.put("settings", file.isEmpty() ? "" : work.place(file).toString());
        inner.put("settings", file);
        var parameters = new LinkedHashMap<String, String>();
        settings.parameters().forEach((n, v) -> parameters.put(n, Placeholders.fill(v, base)));
        parameters.forEach((n, v) -> base.put(Placeholders.PARAMETER + n, v));
        inner.putAll(named(settings, inner));
        return new RunValues(base, inner, parameters);
    }

    private static void place(Map<String, String> values, Path work, Path out) {
        values.put("work", work.toString());
        values.put("out", out.toString());
    }

    /** The file's name may hold parameters, whose values may not hold the file. */
    private static String settingsFile(ExternalSettings settings, Map<String, String> inner) {
        var values = new LinkedHashMap<>(inner);
        values.put("settings", "");
        values.putAll(named(settings, values));
        return InnerPath.of(Placeholders.fill(settings.settingsFile(), values));
    }

    private static Map<String, String> named(
            ExternalSettings settings, Map<String, String> values) {
        var named = new LinkedHashMap<String, String>();
        settings.parameters()
                .forEach(
                        (name, text) ->
                                named.put(
                                        Placeholders.PARAMETER + name,
                                        Placeholders.fill(text, values)));
        return named;
    }

    /** The parameters, filled. */
    Map<String, String> parameters() {
        return parameters;
    }

    /** A text, filled. */
    String fill(String text) {
        return Placeholders.fill(text, whole);
    }

    /** Texts, filled. */
    List<String> fill(List<String> texts) {
        return texts.stream().map(this::fill).toList();
    }

    /**
     * A path inside the work folder, filled.
     *
     * @throws org.penumbra.io.InputException when it leads out
     */
    String inner(String text) {
        return InnerPath.of(Placeholders.fill(text, inner));
    }
}
