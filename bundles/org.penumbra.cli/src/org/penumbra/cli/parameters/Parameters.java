// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.parameters;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values of a JSON tree by their paths.
 *
 * @param values in the order of the tree; what lies deeper has slashes in its path
 */
public record Parameters(Map<String, String> values) {

    /** The values of a tree. */
    public Parameters(JsonObject tree) {
        this(new LinkedHashMap<>());
        add("", tree);
    }

    private void add(String path, JsonElement element) {
        switch (element) {
            case JsonObject object ->
                    object.asMap().forEach((name, value) -> add(below(path, name), value));
            case JsonArray array -> values.put(path, joined(array));
            default -> values.put(path, element.isJsonNull() ? "-" : element.getAsString());
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    private static String joined(JsonArray array) {
        return array.asList().stream().map(Parameters::plain).collect(Collectors.joining(", "));
    }

    private static String plain(JsonElement element) {
        return element.isJsonPrimitive() ? element.getAsString() : element.toString();
    }

    /** The paths at which another tree has another value, or only one of both has one. */
    public List<String> differences(Parameters other) {
        var all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        var different = new ArrayList<String>();
        for (var path : all.keySet()) {
            var mine = values.get(path);
            if (mine == null || !mine.equals(other.values.get(path))) {
                different.add(path);
            }
        }
        return different;
    }

    /** One line per value, aligned. */
    public String text() {
        int width = values.keySet().stream().mapToInt(String::length).max().orElse(0);
        return values.entrySet().stream()
                .map(one -> "  " + padded(one.getKey(), width) + "  " + one.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
