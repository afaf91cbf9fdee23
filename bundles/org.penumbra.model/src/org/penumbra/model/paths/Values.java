// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.paths;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of settings as text, read strictly by type. */
final class Values {
    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d+");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private Values() {}

    /** Reads one value, or a list of them between commas when the feature is a list. */
    static Object parse(EAttribute feature, String text) {
        if (!feature.isMany()) {
            return single(feature, text);
        }
        var parts = text.isBlank() ? Stream.<String>empty() : Stream.of(text.split(",", -1));
        return parts.map(part -> single(feature, part.strip())).toList();
    }

    private static Object single(EAttribute feature, String text) {
        Object value =
                switch (feature.getEAttributeType()) {
                    case EEnum type -> literal(type, text);
                    case EDataType type when type.getInstanceClass() == int.class -> integer(text);
                    case EDataType type when type.getInstanceClass() == double.class ->
                            number(text);
                    case EDataType type when type.getInstanceClass() == boolean.class -> flag(text);
                    default -> text;
                };
        check(feature, value);
        return value;
    }

    /** Refuses a number outside the range of its feature. */
    static void check(EAttribute feature, Object value) {
        var range = Range.of(feature);
        if (value instanceof Number number && !range.contains(number.doubleValue())) {
            throw new IllegalArgumentException("it must be " + range);
        }
    }

    private static Enumerator literal(EEnum type, String text) {
        var literal = type.getEEnumLiteralByLiteral(text);
        if (literal == null) {
            throw new IllegalArgumentException("it must be one of " + literals(type));
        }
        return literal.getInstance();
    }

    private static String literals(EEnum type) {
        return type.getELiterals().stream()
                .map(EEnumLiteral::getLiteral)
                .collect(Collectors.joining(", "));
    }

    private static int integer(String text) {
        try {
            if (INTEGER.matcher(text).matches()) {
                return Integer.parseInt(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it must lie within 32 bits", e);
        }
        throw new IllegalArgumentException("it must be a whole number");
    }

    private static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("it must be a number such as 0.5 or 1e-4");
        }
        return Double.parseDouble(text);
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("it must be true or false");
        };
    }

    /** Writes a value so that {@link #parse} reads it back. */
    static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Values::text).collect(Collectors.joining(","))
                : String.valueOf(value);
    }
}
