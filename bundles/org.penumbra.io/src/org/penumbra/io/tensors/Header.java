// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tensors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.penumbra.io.InputException;
import org.penumbra.io.Shape;
import org.penumbra.io.json.Json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file, checked: every tensor's bytes are as many as its type and shape
 * need, and together they cover the data without gap or overlap.
 */
record Header(String file, List<Entry> entries, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";

    record Entry(String name, ElementType type, int[] shape, long begin, long end) {
        int elements() {
            return (int) ((end - begin) / type.bytes);
        }

        long memoryBytes() {
            return (long) elements() * Float.BYTES;
        }
    }

    static Header parse(String json, String file, long dataBytes) {
        if (!(Json.parse(json, "The header of " + file) instanceof JsonObject members)) {
            throw new InputException(
                    "The header of %s is not a JSON object; check that it is a safetensors file."
                            .formatted(file));
        }
        var header = new Header(file, new ArrayList<>(), new LinkedHashMap<>());
        members.asMap().forEach((name, value) -> header.add(name, value));
        header.checkCover(dataBytes);
        return header;
    }

    String where(Entry entry) {
        return where(entry.name);
    }

    private String where(String name) {
        return "The tensor \"%s\" of %s".formatted(name, file);
    }

    private void add(String name, JsonElement value) {
        var where = where(name);
        if (name.equals(METADATA)) {
            object(value, where)
                    .asMap()
                    .forEach((key, text) -> metadata.put(key, text(text, where)));
        } else {
            entries.add(entry(name, object(value, where), where));
        }
    }

    private static Entry entry(String name, JsonObject of, String where) {
        var type = ElementType.of(text(of.get("dtype"), where), where);
        var shape =
                numbers(of.get("shape"), where).stream().mapToInt(n -> extent(n, where)).toArray();
        var offsets = numbers(of.get("data_offsets"), where);
        if (offsets.size() != 2) {
            throw broken(where, "does not have two data offsets");
        }
        var bytes = (long) Shape.elements(shape, where) * type.bytes;
        if (offsets.get(0) > offsets.get(1) || offsets.get(1) - offsets.get(0) != bytes) {
            throw broken(where, "has offsets that do not fit its type and shape");
        }
        return new Entry(name, type, shape, offsets.get(0), offsets.get(1));
    }

    private void checkCover(long dataBytes) {
        var order = Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end);
        var end = 0L;
        for (var entry : entries.stream().sorted(order).toList()) {
            if (entry.begin != end) {
                throw broken(where(entry), "overlaps another or leaves a gap");
            }
            end = entry.end;
        }
        if (end != dataBytes) {
            throw new InputException(
                    ("The tensors of %s need %d bytes and the file has %d; it is cut short or "
                                    + "damaged, get it again.")
                            .formatted(file, end, dataBytes));
        }
    }

    private static JsonObject object(JsonElement value, String where) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw broken(where, "is not described by an object");
    }

    private static String text(JsonElement value, String where) {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw broken(where, "has no text where its type or metadata should be");
    }

    private static List<Long> numbers(JsonElement value, String where) {
        if (value instanceof JsonArray array) {
            return array.asList().stream().map(n -> natural(n, where)).toList();
        }
        throw broken(where, "has no list of numbers for its shape or offsets");
    }

    private static long natural(JsonElement value, String where) {
        if (value instanceof JsonPrimitive primitive
                && primitive.isNumber()
                && primitive.getAsNumber() instanceof Long number
                && number >= 0) {
            return number;
        }
        throw broken(where, "has something else than natural numbers in its shape or offsets");
    }

    private static int extent(long number, String where) {
        if (number > Shape.LONGEST) {
            throw broken(where, "has the extent " + number);
        }
        return (int) number;
    }

    private static InputException broken(String where, String what) {
        return new InputException(where + " " + what + "; the file is damaged, get it again.");
    }
}
