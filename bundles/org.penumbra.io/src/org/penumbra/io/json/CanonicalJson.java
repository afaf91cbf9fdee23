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
import org.penumbra.io.files.Sha256;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The JSON Canonicalization Scheme (RFC 8785): one byte sequence for equal content, so that its
 * checksum is an identity.
 *
 * <p>Names are sorted by UTF-16 code units, numbers written as ECMAScript writes doubles. Refused
 * are numbers that are not finite, whole numbers that a double cannot hold exactly (two different
 * ones would get one identity) and unpaired surrogates.
 */
public final class CanonicalJson {
    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The canonical form.
     *
     * @param tree what to write
     * @return UTF-8
     * @throws InputException if it has no canonical form
     */
    public static byte[] bytes(JsonElement tree) {
        var text = new CanonicalJson();
        text.value(tree);
        try {
            var utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text.out));
            return Arrays.copyOf(utf8.array(), utf8.limit());
        } catch (CharacterCodingException e) {
            throw new InputException(
                    "The text in a JSON value has half of a surrogate pair; write it as whole"
                            + " characters.",
                    e);
        }
    }

    /**
     * The checksum of the canonical form.
     *
     * @param tree what to identify
     * @return 64 hexadecimal digits
     * @throws InputException if it has no canonical form
     */
    public static String sha256(JsonElement tree) {
        return Sha256.of(bytes(tree));
    }

    private void value(JsonElement tree) {
        switch (tree) {
            case JsonObject object -> object(object);
            case JsonArray array -> array(array);
            case JsonPrimitive primitive -> primitive(primitive);
            default -> out.append("null");
        }
    }

    private void object(JsonObject object) {
        var separator = '{';
        // The natural order of strings is that of their UTF-16 code units, as the RFC asks.
        for (var name : object.keySet().stream().sorted().toList()) {
            out.append(separator);
            string(name);
            out.append(':');
            value(object.get(name));
            separator = ',';
        }
        out.append(object.isEmpty() ? "{}" : "}");
    }

    private void array(JsonArray array) {
        var separator = '[';
        for (var element : array) {
            out.append(separator);
            value(element);
            separator = ',';
        }
        out.append(array.isEmpty() ? "[]" : "]");
    }

    private void primitive(JsonPrimitive primitive) {
        if (primitive.isString()) {
            string(primitive.getAsString());
        } else if (primitive.isNumber()) {
            out.append(EcmaNumber.text(exact(primitive.getAsNumber())));
        } else {
            out.append(primitive.getAsBoolean());
        }
    }

    private static double exact(Number number) {
        // Through its text, so that a float has the identity of the digits that a file would show.
        var real = Double.parseDouble(number.toString());
        if (!Double.isFinite(real) || changed(number, real)) {
            throw new InputException(
                    "The number %s cannot be held exactly by a double; write it as text."
                            .formatted(number));
        }
        return real;
    }

    /**
     * Whether a whole number would come out as another one. The shortest digits of a double beyond
     * 2^53 may name a whole number that is not quite its value: written again they are the same.
     */
    private static boolean changed(Number number, double real) {
        var whole = number instanceof Long || number instanceof BigInteger;
        return whole
                && new BigDecimal(real).compareTo(new BigDecimal(number.toString())) != 0
                && !EcmaNumber.text(real).equals(number.toString());
    }

    private void string(String text) {
        out.append('"');
        text.chars().forEach(c -> character((char) c));
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
    }
}
