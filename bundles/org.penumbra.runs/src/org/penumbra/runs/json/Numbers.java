// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.util.Map;

/** Doubles as JSON, which has no numbers for NaN and infinity. */
public final class Numbers {
    private Numbers() {}

    /** A JSON number; {@code null} for NaN, the text {@code Infinity} or {@code -Infinity}. */
    public static JsonElement json(double value) {
        if (Double.isNaN(value)) {
            return JsonNull.INSTANCE;
        }
        return Double.isFinite(value)
                ? new JsonPrimitive(value)
                : new JsonPrimitive(Double.toString(value));
    }

    /** An object with one number per entry, in the map's order. */
    public static JsonObject json(Map<String, Double> values) {
        var object = new JsonObject();
        values.forEach((name, value) -> object.add(name, json(value)));
        return object;
    }

    /** The inverse of {@link #json(double)} for what is not {@code null}. */
    static double parse(JsonPrimitive value) {
        return value.isNumber() ? value.getAsDouble() : special(value.getAsString());
    }

    private static double special(String name) {
        return switch (name) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new NumberFormatException(name);
        };
    }
}
