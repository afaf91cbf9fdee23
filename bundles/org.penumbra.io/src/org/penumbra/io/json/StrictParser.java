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
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.penumbra.io.InputException;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;

/** One pass over one document; Gson's own tree reader lets the last of two equal names win. */
final class StrictParser {
    private static final int DEEPEST = 200;
    private static final int LONGEST_NUMBER = 400;

    private final JsonReader reader;
    private final String source;

    StrictParser(String text, String source) {
        this.reader = new JsonReader(new StringReader(text));
        this.source = source;
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
    }

    JsonElement document() {
        try {
            var tree = value();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw refused("has text after its value");
            }
            return tree;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new InputException(sentence("is not valid JSON"), e);
        }
    }

    private JsonElement value() throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(number(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> throw refused("ends too early");
        };
    }

    private JsonObject object() throws IOException {
        var object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            var name = reader.nextName();
            if (object.has(name)) {
                throw refused("has the name \"" + name + "\" twice");
            }
            object.add(name, value());
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException {
        var array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value());
        }
        reader.endArray();
        return array;
    }

    private Number number(String literal) {
        if (literal.length() > LONGEST_NUMBER) {
            throw refused("has a number of " + literal.length() + " digits");
        }
        if (literal.chars().allMatch(c -> c == '-' || Character.isDigit(c))) {
            var whole = new BigInteger(literal);
            return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
        }
        var real = Double.parseDouble(literal);
        if (Double.isInfinite(real)) {
            throw refused("has the number " + literal + ", which is beyond a double's range");
        }
        return real;
    }

    private InputException refused(String what) {
        return new InputException(sentence(what));
    }

    /** The reader tells its line, column and path only in its text form. */
    private String sentence(String what) {
        var state = reader.toString();
        var place = state.substring(Math.max(0, state.indexOf(" at line")));
        return "%s %s,%s; correct it there.".formatted(source, what, place);
    }
}
