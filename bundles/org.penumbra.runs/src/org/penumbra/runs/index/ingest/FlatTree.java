// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.ingest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values of a JSON tree by their paths, such as {@code settings/losses/perceptual/weight}. */
final class FlatTree {
    private final Map<String, String> values = new LinkedHashMap<>();

    private FlatTree() {}

    static Map<String, String> of(JsonObject tree) {
        var flat = new FlatTree();
        flat.add("", tree);
        return flat.values;
    }

    private void add(String path, JsonElement element) {
        switch (element) {
            case JsonObject object ->
                    object.asMap().forEach((name, value) -> add(below(path, name), value));
            case JsonArray array -> values.put(path, array.toString());
            default -> values.put(path, element.isJsonNull() ? "" : element.getAsString());
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
