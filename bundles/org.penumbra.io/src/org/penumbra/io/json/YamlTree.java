// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.penumbra.io.InputException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a YAML document says, as a JSON tree. Nothing but maps, lists and plain values is made. */
final class YamlTree {
    private static final int DEEPEST = 50;
    private static final int MOST_ALIASES = 50;
    private static final int MOST_VALUES = 1_000_000;

    private final Path file;
    private int values;

    private YamlTree(Path file) {
        this.file = file;
    }

    static JsonElement of(String text, Path file) {
        var settings =
                LoadSettings.builder()
                        .setLabel(file.toString())
                        .setAllowDuplicateKeys(false)
                        .setMaxAliasesForCollections(MOST_ALIASES)
                        .build();
        try {
            return new YamlTree(file).tree(new Load(settings).loadFromString(text), 0);
        } catch (YamlEngineException | StackOverflowError e) {
            throw new InputException(
                    "The file %s is no YAML of one document (%s); correct it there."
                            .formatted(file, reason(e)),
                    e);
        }
    }

    private static String reason(Throwable e) {
        var message = e.getMessage();
        return message == null
                ? "nested too deeply"
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private JsonElement tree(Object value, int depth) {
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw new InputException(
                    "The file %s is nested too deeply or says too much by its aliases; simplify it."
                            .formatted(file));
        }
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case Map<?, ?> map -> object(map, depth);
            case List<?> list -> array(list, depth);
            case Boolean flag -> new JsonPrimitive(flag);
            case Double number when !Double.isFinite(number) ->
                    new JsonPrimitive(number.toString());
            case Number number -> new JsonPrimitive(number);
            case String text -> new JsonPrimitive(text);
            default ->
                    throw new InputException(
                            "The file %s holds a %s, which is no plain value; write text, numbers, lists and maps."
                                    .formatted(file, value.getClass().getSimpleName()));
        };
    }

    private JsonObject object(Map<?, ?> map, int depth) {
        var object = new JsonObject();
        map.forEach((name, value) -> object.add(String.valueOf(name), tree(value, depth + 1)));
        return object;
    }

    private JsonArray array(List<?> list, int depth) {
        var array = new JsonArray();
        list.forEach(value -> array.add(tree(value, depth + 1)));
        return array;
    }
}
