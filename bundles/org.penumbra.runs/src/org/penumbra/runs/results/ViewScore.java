// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.results;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.Numbers;

import java.util.Map;

/**
 * How well one view was predicted.
 *
 * @param view the instance and the index of the view
 * @param role {@value #FINE_TUNED} or {@value #HELD_OUT}
 * @param metrics by metric name
 */
public record ViewScore(ViewKey view, String role, Map<String, Double> metrics) {
    /** The view that the model was fitted to. */
    public static final String FINE_TUNED = "fine-tuned";

    /** A view that the model has never seen. */
    public static final String HELD_OUT = "held-out";

    JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("view", view.toString());
        json.addProperty("role", role);
        json.add("metrics", Numbers.json(metrics));
        return json;
    }

    static ViewScore of(JsonElement element, String where) {
        var json = Fields.of(element, where);
        return new ViewScore(
                ViewKey.parse(json.text("view")),
                json.text("role"),
                json.fields("metrics").numbers());
    }
}
