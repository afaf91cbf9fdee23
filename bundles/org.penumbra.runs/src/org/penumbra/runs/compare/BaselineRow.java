// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import com.google.gson.JsonObject;

import org.penumbra.runs.json.Numbers;

import java.util.Map;

/**
 * A prediction without a model, measured on the same views as the runs.
 *
 * @param name {@code mean-image} or {@code nearest-view}
 * @param data the data it was made from
 * @param levels what the ablation set for the first run that it was measured beside; another run
 *     may be fitted to other views, and then the figures differ
 * @param metrics its figures
 */
public record BaselineRow(
        String name, String data, Map<String, String> levels, Map<String, Double> metrics) {

    /** Whether both say the same of the same data, whatever run they were measured beside. */
    boolean repeats(BaselineRow other) {
        return isOf(other) && metrics.equals(other.metrics);
    }

    /** Whether both are the same prediction from the same data. */
    boolean isOf(BaselineRow other) {
        return name.equals(other.name) && data.equals(other.data);
    }

    JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("data", data);
        json.add("levels", Levels.json(levels));
        json.add("metrics", Numbers.json(metrics));
        return json;
    }
}
