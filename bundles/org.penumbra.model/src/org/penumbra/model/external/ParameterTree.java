// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.external;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Parameters as a tree: dots in names nest, texts that are JSON values become those values. */
public final class ParameterTree {
    private ParameterTree() {}

    /**
     * Makes the tree.
     *
     * @param parameters texts by name
     * @return objects within objects, in the order of the parameters
     * @throws InputException if a name has an empty part, or is both a value and an object
     */
    public static JsonObject of(Map<String, String> parameters) {
        var tree = new JsonObject();
        parameters.forEach((name, text) -> put(tree, name, value(text)));
        return tree;
    }

    /**
     * The value that a text means.
     *
     * @param text any text
     * @return a JSON number, truth value, null, list or object where it is one, else the text
     *     itself, also where a whole number has more digits than readers keep
     */
    public static JsonElement value(String text) {
        try {
            var value = Json.parse(text);
            return isHuge(value) ? new JsonPrimitive(text) : value;
        } catch (InputException plain) {
            return new JsonPrimitive(text);
        }
    }

    private static boolean isHuge(JsonElement value) {
        return value instanceof JsonPrimitive number
                && number.isNumber()
                && number.getAsNumber() instanceof BigInteger;
    }

    private static void put(JsonObject tree, String name, JsonElement value) {
        var parts = List.of(name.split("\\.", -1));
        if (parts.contains("")) {
            throw new InputException(
                    "The parameter %s has an empty part between its dots; name every part."
                            .formatted(name));
        }
        var last = parts.getLast();
        var object = inner(tree, parts.subList(0, parts.size() - 1), name);
        if (object.has(last)) {
            throw twice(name);
        }
        object.add(last, value);
    }

    private static JsonObject inner(JsonObject tree, List<String> parts, String name) {
        var object = tree;
        for (var part : parts) {
            if (!object.has(part)) {
                object.add(part, new JsonObject());
            }
            if (!(object.get(part) instanceof JsonObject next)) {
                throw twice(name);
            }
            object = next;
        }
        return object;
    }

    private static InputException twice(String name) {
        return new InputException(
                "The parameter %s would be a value and an object at once; rename one of the two."
                        .formatted(name));
    }
}
