// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.penumbra.io.InputException;
import org.penumbra.model.paths.Range;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Single values of attributes, read strictly by type and range. */
final class JsonValue {
    private static final int SHOWN = 60;

    private JsonValue() {}

    static Object of(EAttribute attribute, JsonElement value, String place) {
        var read = typed(attribute, value, place);
        var range = Range.of(attribute);
        if (read instanceof Number number && !range.contains(number.doubleValue())) {
            throw mistyped(place, value, range.toString());
        }
        return read;
    }

    private static Object typed(EAttribute attribute, JsonElement value, String place) {
        var type = attribute.getEAttributeType();
        if (type instanceof EEnum literals) {
            return literal(literals, value, place);
        }
        return switch (type.getInstanceClassName()) {
            case "int" -> number(value, place, "a whole number within 32 bits", JsonValue::whole);
            case "double" -> number(value, place, "a number", JsonPrimitive::getAsDouble);
            case "boolean" ->
                    primitive(value, JsonPrimitive::isBoolean, place, "true or false")
                            .getAsBoolean();
            default -> primitive(value, JsonPrimitive::isString, place, "a text").getAsString();
        };
    }

    private static int whole(JsonPrimitive value) {
        double number = value.getAsDouble();
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE + 1.0) {
            throw new ArithmeticException();
        }
        return Math.toIntExact((long) number);
    }

    private static Object number(
            JsonElement value, String place, String kind, Function<JsonPrimitive, Object> reader) {
        try {
            return reader.apply(primitive(value, JsonPrimitive::isNumber, place, kind));
        } catch (ArithmeticException e) {
            throw mistyped(place, value, kind);
        }
    }

    private static Enumerator literal(EEnum type, JsonElement value, String place) {
        var kind =
                type.getELiterals().stream()
                        .map(EEnumLiteral::getLiteral)
                        .collect(Collectors.joining(", ", "one of ", ""));
        var text = primitive(value, JsonPrimitive::isString, place, kind).getAsString();
        var literal = type.getEEnumLiteralByLiteral(text);
        if (literal == null) {
            throw mistyped(place, value, kind);
        }
        return literal.getInstance();
    }

    private static JsonPrimitive primitive(
            JsonElement value, Predicate<JsonPrimitive> test, String place, String kind) {
        if (value instanceof JsonPrimitive primitive && test.test(primitive)) {
            return primitive;
        }
        throw mistyped(place, value, kind);
    }

    static InputException mistyped(String place, JsonElement value, String wanted) {
        var text = value.toString();
        var shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return new InputException("%s is %s; it must be %s.".formatted(place, shown, wanted));
    }
}
