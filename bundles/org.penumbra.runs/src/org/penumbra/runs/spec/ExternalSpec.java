// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.spec;

import com.google.gson.JsonObject;

import org.penumbra.model.ExternalMethod;
import org.penumbra.model.Variant;
import org.penumbra.model.json.ModelJson;
import org.penumbra.runs.json.Fields;

import java.util.Set;

/** What is different about the specs of programs that are not part of this one. */
public final class ExternalSpec {
    /** The name of their method, which is that of its class in the experiment model. */
    public static final String METHOD = "ExternalMethod";

    // Places, and how a program is stopped, change no result.
    private static final Set<String> NO_IDENTITY =
            Set.of("losses", "workingFolder", "stopSignal", "patience");

    private ExternalSpec() {}

    /** The settings of a variant as far as they decide a run's outcome. */
    static JsonObject settings(Variant variant) {
        var settings = ModelJson.of(variant);
        if (variant instanceof ExternalMethod) {
            NO_IDENTITY.forEach(settings::remove);
        }
        return settings;
    }

    /** Whether a spec is one of a program that is not part of this one. */
    public static boolean isOne(JsonObject spec) {
        return spec.get("method") instanceof JsonObject method
                && method.has("name")
                && method.get("name").getAsString().equals(METHOD);
    }

    /** The steps of a run as far as its settings tell; 0 where they do not. */
    public static long steps(JsonObject spec) {
        var settings = Fields.of(spec.get("settings"), "settings");
        long last = settings.whole("lastStep");
        var parameter = settings.text("stepsParameter");
        return last > 0 || parameter.isEmpty() ? last : steps(settings, parameter);
    }

    private static long steps(Fields settings, String parameter) {
        var value = settings.fields("parameters").fields(parameter).text("value");
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
