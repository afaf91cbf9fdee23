// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

import com.google.gson.JsonObject;

/**
 * How a run is judged. Not part of a run's identity, so absent settings take the model's defaults.
 *
 * @param profile the metric profile's name
 * @param every steps between evaluations; 0: only at the end
 */
public record EvaluationSettings(String profile, int every) {
    /** Reads the {@code evaluation} object of a run description. */
    public static EvaluationSettings read(JsonObject json) {
        var node = new SettingsNode("evaluation", json);
        return new EvaluationSettings(
                json.has("profile") ? node.text("profile") : "mednerf",
                json.has("every") ? node.integer("every", 0) : 0);
    }
}
