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
 * @param metrics its figures
 */
public record BaselineRow(String name, String data, Map<String, Double> metrics) {

    JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("data", data);
        json.add("metrics", Numbers.json(metrics));
        return json;
    }
}
