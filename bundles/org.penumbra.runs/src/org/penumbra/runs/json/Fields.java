// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON object read field by field; a missing field or one of another type gives one sentence that
 * names the file and the field.
 *
 * @param object what is read
 * @param where the file, and where needed the place in it, for messages
 */
public record Fields(JsonObject object, String where) {

    /** The object that a file holds. */
    public static Fields read(Path file) {
        return of(Json.parse(file), file.toString());
    }

    /** An element that has to be an object. */
    public static Fields of(JsonElement element, String where) {
        if (element instanceof JsonObject object) {
            return new Fields(object, where);
        }
        throw new InputException(where + " is damaged: it holds no JSON object");
    }

    /**
     * Refuses a file written by a later release.
     *
     * @throws NewerFormatException when it was
     */
    public Fields format(String field, long newest) {
        long version = whole(field);
        if (version > newest) {
            throw new NewerFormatException(
                    "%s has %s %d, and this release reads up to %d: open it with a newer Penumbra"
                            .formatted(where, field, version, newest));
        }
        return this;
    }

    /** A required text. */
    public String text(String field) {
        return primitive(field, "a text", JsonPrimitive::getAsString);
    }

    /** A text that may be absent. */
    public Optional<String> optionalText(String field) {
        return has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    /** A required whole number. */
    public long whole(String field) {
        return primitive(
                field, "a whole number", value -> value.getAsBigDecimal().longValueExact());
    }

    /** A required number; {@code null} reads as NaN. */
    public double number(String field) {
        return has(field) ? primitive(field, "a number", Numbers::parse) : Double.NaN;
    }

    /** A required object. */
    public JsonObject inner(String field) {
        return fields(field).object();
    }

    /** A required object, to be read field by field. */
    public Fields fields(String field) {
        return of(require(field), where + ", field " + field);
    }

    /** The elements of a required array. */
    public List<JsonElement> list(String field) {
        if (require(field) instanceof JsonArray array) {
            return array.asList();
        }
        throw wrong(field, "a list");
    }

    /** The texts of a required array. */
    public List<String> texts(String field) {
        return list(field).stream().map(element -> element(element, field)).toList();
    }

    /** All fields as numbers, in order. */
    public Map<String, Double> numbers() {
        var numbers = new LinkedHashMap<String, Double>();
        object.keySet().forEach(name -> numbers.put(name, number(name)));
        return numbers;
    }

    /** All fields as texts, in order. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        object.keySet().forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    /** Whether the field is there and not {@code null}. */
    public boolean has(String field) {
        return object.has(field) && !object.get(field).isJsonNull();
    }

    private String element(JsonElement element, String field) {
        if (element instanceof JsonPrimitive primitive) {
            return primitive.getAsString();
        }
        throw wrong(field, "a list of texts");
    }

    private <T> T primitive(String field, String kind, Function<JsonPrimitive, T> conversion) {
        if (require(field) instanceof JsonPrimitive value) {
            try {
                return conversion.apply(value);
            } catch (ArithmeticException | NumberFormatException e) {
                throw wrong(field, kind);
            }
        }
        throw wrong(field, kind);
    }

    private JsonElement require(String field) {
        if (object.has(field)) {
            return object.get(field);
        }
        throw new InputException("%s is damaged: it has no field %s".formatted(where, field));
    }

    private InputException wrong(String field, String kind) {
        return new InputException(
                "%s is damaged: its field %s is not %s".formatted(where, field, kind));
    }
}
