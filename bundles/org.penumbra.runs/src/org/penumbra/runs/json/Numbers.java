// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;

/** Doubles as JSON: a value that JSON has no number for is written as its Java name. */
public final class Numbers {
    private Numbers() {}

    /** A JSON number, or the text {@code NaN}, {@code Infinity} or {@code -Infinity}. */
    public static JsonElement json(double value) {
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

    /** The inverse of {@link #json(double)}. */
    static double parse(JsonPrimitive value) {
        return value.isNumber() ? value.getAsDouble() : special(value.getAsString());
    }

    private static double special(String name) {
        return switch (name) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new NumberFormatException(name);
        };
    }
}
