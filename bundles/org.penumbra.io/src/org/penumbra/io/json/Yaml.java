// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.penumbra.io.InputException;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * YAML for people: what a JSON file says, without its braces, and back.
 *
 * <p>Text that a reader of YAML 1.1 could take for something else ("01", "no", "1e3") is quoted, so
 * that every reader finds the same content.
 */
public final class Yaml {
    private static final long LARGEST = 4L << 20;

    private Yaml() {}

    /**
     * Writes a tree in block style, names in their order.
     *
     * @param tree what to write
     * @return YAML 1.2 that YAML 1.1 readers understand alike, with a trailing newline
     */
    public static String write(JsonElement tree) {
        var settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return new Dump(settings, new PlainRepresenter(settings)).dumpToString(plain(tree));
    }

    /**
     * Reads a file that people, or other programs, wrote.
     *
     * @param file UTF-8 YAML 1.2 of at most 4 MiB, one document
     * @return what it says, with numbers as in JSON
     * @throws InputException if it cannot be read, is no YAML, or holds what JSON cannot say
     */
    public static JsonElement parse(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException(
                        "The file %s has more than 4 MiB, too much for settings; name another."
                                .formatted(file));
            }
            return YamlTree.of(Files.readString(file), file);
        } catch (IOException e) {
            throw InputException.reading(file, e);
        }
    }

    private static Object plain(JsonElement tree) {
        return switch (tree) {
            case JsonObject object -> map(object);
            case JsonArray array -> list(array);
            case JsonPrimitive primitive -> value(primitive);
            default -> null;
        };
    }

    private static Object map(JsonObject object) {
        var map = new LinkedHashMap<String, Object>();
        object.entrySet().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
        return map;
    }

    private static Object list(JsonArray array) {
        var list = new ArrayList<Object>();
        array.forEach(element -> list.add(plain(element)));
        return list;
    }

    private static Object value(JsonPrimitive primitive) {
        if (primitive.isString()) {
            return primitive.getAsString();
        }
        return primitive.isNumber() ? number(primitive) : (Object) primitive.getAsBoolean();
    }

    /** Gson's lazily parsed numbers mean nothing to YAML; every one becomes a long or a double. */
    private static Number number(JsonPrimitive primitive) {
        var exact = primitive.getAsBigDecimal().stripTrailingZeros();
        return exact.scale() <= 0 && exact.precision() - exact.scale() < 19
                ? (Number) exact.longValueExact()
                : primitive.getAsDouble();
    }
}
