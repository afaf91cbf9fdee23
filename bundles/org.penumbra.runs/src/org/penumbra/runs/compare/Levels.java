// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import com.google.gson.JsonObject;

import org.penumbra.runs.spec.ShortPath;

import java.util.Map;
import java.util.stream.Collectors;

/** What an ablation set, for people and for JSON. */
final class Levels {
    private Levels() {}

    static JsonObject json(Map<String, String> levels) {
        var json = new JsonObject();
        levels.forEach(json::addProperty);
        return json;
    }

    static String label(String variant, Map<String, String> levels) {
        return levels.isEmpty() ? variant : variant + " (" + text(levels) + ")";
    }

    private static String text(Map<String, String> levels) {
        return levels.entrySet().stream()
                .map(level -> lastName(level.getKey()) + "=" + shown(level.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private static String lastName(String path) {
        var known = ShortPath.of(path);
        return known.substring(known.lastIndexOf('/') + 1);
    }
}
