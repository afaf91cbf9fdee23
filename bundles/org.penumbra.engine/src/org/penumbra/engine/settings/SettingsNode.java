// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.penumbra.io.InputException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One object of a run's settings together with its place, for messages such as {@code
 * settings/field/width}.
 *
 * @param path the place within the run description, parts separated by slashes
 * @param json the object at that place
 */
public record SettingsNode(String path, JsonObject json) {
    /** The setting as a finite number. */
    public double real(String name) {
        var value = primitive(name, "a number", JsonPrimitive::isNumber).getAsDouble();
        if (!Double.isFinite(value)) {
            throw mistyped(name, "a finite number");
        }
        return value;
    }

    /** The setting as a number that is zero or more. */
    public double notNegative(String name) {
        var value = real(name);
        if (value < 0) {
            throw mistyped(name, "zero or more");
        }
        return value;
    }

    /** The setting as a whole number of at least {@code least}. */
    public int integer(String name, int least) {
        var value = real(name);
        if (value != Math.rint(value) || value < least || value > Integer.MAX_VALUE) {
            throw mistyped(name, "a whole number of at least " + least);
        }
        return (int) value;
    }

    /** The setting as true or false. */
    public boolean flag(String name) {
        return primitive(name, "true or false", JsonPrimitive::isBoolean).getAsBoolean();
    }

    /** The setting as text; may be empty. */
    public String text(String name) {
        return primitive(name, "a text", JsonPrimitive::isString).getAsString();
    }

    /** The setting as one of the constants of an enumeration, written in lower case. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        var text = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> literal(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> mistyped(name, "one of " + literals(type)));
    }

    /** The whole numbers listed under the name. */
    public List<Integer> integers(String name) {
        var element = element(name);
        if (!element.isJsonArray()) {
            throw mistyped(name, "a list of whole numbers");
        }
        return StreamSupport.stream(element.getAsJsonArray().spliterator(), false)
                .map(
                        item -> {
                            var single = new JsonObject();
                            single.add(name, item);
                            return new SettingsNode(path, single).integer(name, 0);
                        })
                .toList();
    }

    /** The object under the name. */
    public SettingsNode child(String name) {
        if (element(name) instanceof JsonObject object) {
            return new SettingsNode(path + "/" + name, object);
        }
        throw mistyped(name, "an object");
    }

    /** The object under the name, or nothing where it is absent or null. */
    public Optional<SettingsNode> optionalChild(String name) {
        var element = json.get(name);
        return element == null || element.isJsonNull()
                ? Optional.empty()
                : Optional.of(child(name));
    }

    /** The named objects of this object, in their order. */
    public Map<String, SettingsNode> children() {
        var result = new LinkedHashMap<String, SettingsNode>();
        json.keySet().forEach(name -> result.put(name, child(name)));
        return result;
    }

    private JsonPrimitive primitive(String name, String wanted, Predicate<JsonPrimitive> test) {
        if (element(name) instanceof JsonPrimitive primitive && test.test(primitive)) {
            return primitive;
        }
        throw mistyped(name, wanted);
    }

    private JsonElement element(String name) {
        var element = json.get(name);
        if (element == null) {
            throw new InputException(
                    "The run lacks the setting "
                            + path
                            + "/"
                            + name
                            + "; plan it again, so that every setting is written out.");
        }
        return element;
    }

    private InputException mistyped(String name, String wanted) {
        return new InputException(
                "The setting %s/%s is %s, but must be %s."
                        .formatted(path, name, json.get(name), wanted));
    }

    private static <E extends Enum<E>> String literals(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(SettingsNode::literal)
                .collect(Collectors.joining(", "));
    }

    private static String literal(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
