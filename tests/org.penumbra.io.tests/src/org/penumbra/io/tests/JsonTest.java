// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.testing.Damage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class JsonTest {
    private static final byte[] GOOD =
            ("{\"name\": \"knee\", \"sizes\": [1, 2.5e-3, -7], "
                            + "\"deep\": {\"a\": [true, null, \"\\u00e9\"]}}")
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    @Property
    void readsWhatItWrites(@ForAll("trees") JsonElement tree) {
        assertEquals(tree, Json.parse(Json.pretty(tree)));
    }

    @Property(tries = 50)
    void readsTheFileItWrites(@ForAll("trees") JsonElement tree) {
        assertEquals(tree, RoundTrip.through(f -> Json.write(f, tree), Json::parse));
    }

    @Provide
    Arbitrary<JsonElement> trees() {
        return JsonTrees.any();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "[1",
                "[1,]",
                "[,1]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "[1] 2",
                "// no\n1",
                "[NaN]",
                "[Infinity]",
                "[1e999]",
                "[01]",
                "[+1]",
                "[.5]",
                "[1.]",
                "TRUE",
                "nul",
                "\"\u0001\"",
                "\"\\x\"",
                ")]}'\n[]",
                "{\"a\":1;\"b\":2}",
                "{\"a\"=1}"
            })
    void refusesWhatIsNotStrict(String text) {
        assertThrows(InputException.class, () -> Json.parse(text));
    }

    @Test
    void refusesANameGivenTwiceAndSaysWhere() {
        var failure =
                assertThrows(
                        InputException.class,
                        () -> Json.parse("{\"x\": {\"a\": 1,\n\"a\": 2}}", "The file spec.json"));
        assertTrue(failure.getMessage().contains("The file spec.json"), failure.getMessage());
        assertTrue(failure.getMessage().contains("\"a\" twice"), failure.getMessage());
        assertTrue(failure.getMessage().contains("line 2"), failure.getMessage());
        assertTrue(failure.getMessage().contains("$.x.a"), failure.getMessage());
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertEquals("a", nested(150).isJsonArray() ? "a" : "o");
        assertThrows(InputException.class, () -> nested(100_000));
    }

    private static JsonElement nested(int depth) {
        return Json.parse("[".repeat(depth) + "]".repeat(depth));
    }

    @Test
    void refusesANumberOfAMillionDigits() {
        assertThrows(InputException.class, () -> Json.parse("9".repeat(1_000_000)));
    }

    @Test
    void keepsWholeNumbersExact() {
        var text = "[9223372036854775807,-9223372036854775808,123456789012345678901234567890]";
        assertEquals(text, Json.parse(text).toString());
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        var file = Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xe9, '"'});
        var failure = assertThrows(InputException.class, () -> Json.parse(file));
        assertTrue(failure.getMessage().contains("UTF-8"), failure.getMessage());
    }

    @Test
    void namesAMissingFileAndAFolder() {
        var missing = folder.resolve("missing.json");
        var failure = assertThrows(InputException.class, () -> Json.parse(missing));
        assertTrue(failure.getMessage().contains("no file " + missing), failure.getMessage());
        assertThrows(InputException.class, () -> Json.parse(folder));
    }

    @Property
    void survivesDamage(@ForAll("damaged") byte[] damaged) {
        RoundTrip.survives(damaged, Json::parse);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Damage.to(GOOD);
    }

    @Property
    void survivesAnyText(@ForAll("texts") String text) {
        try {
            assertEquals(Json.parse(text), Json.parse(text + " "));
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith("The JSON text"), e.getMessage());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("{}[]\":,0123eE.-+tfn\\u ").ofMaxLength(20);
    }

    @Test
    void anEmptyObjectIsAnObject() {
        assertEquals(new JsonObject(), Json.parse(" {} "));
    }
}
