// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import java.util.Map;

/** Arbitrary JSON. */
final class JsonTrees {
    private static final long EXACT = 1L << 53;

    private JsonTrees() {}

    static Arbitrary<JsonElement> any() {
        return Arbitraries.integers().between(0, 3).flatMap(JsonTrees::ofDepth);
    }

    private static Arbitrary<JsonElement> ofDepth(int depth) {
        if (depth == 0) {
            return leaf();
        }
        var below = Arbitraries.oneOf(leaf(), ofDepth(depth - 1));
        return Arbitraries.oneOf(
                below.list().ofMaxSize(4).map(JsonTrees::array),
                Arbitraries.maps(text(), below).ofMaxSize(4).map(JsonTrees::object));
    }

    /** Whole characters: half a surrogate pair is no text that a file could hold. */
    static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(8),
                Arbitraries.of("é", "漢", "\ud83d\ude00", "\u0080", "\u2028", "no", "01", "1e3"),
                Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(8));
    }

    private static Arbitrary<JsonElement> leaf() {
        return Arbitraries.oneOf(
                text().map(JsonPrimitive::new),
                Arbitraries.longs().between(-EXACT, EXACT).map(JsonPrimitive::new),
                doubles().map(JsonPrimitive::new),
                Arbitraries.of(true, false).map(JsonPrimitive::new),
                Arbitraries.just(JsonNull.INSTANCE));
    }

    static Arbitrary<Double> doubles() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    }

    private static JsonElement array(Iterable<JsonElement> elements) {
        var array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }

    private static JsonElement object(Map<String, JsonElement> members) {
        var object = new JsonObject();
        members.forEach(object::add);
        return object;
    }
}
