// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.io.InputException;
import org.penumbra.io.files.Sha256;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.io.json.Json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;

class CanonicalJsonTest {
    /** The bit patterns and texts of RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesNumbersAsTheStandardDoes(String bits, String expected) {
        var value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertEquals(expected, canonical(new JsonPrimitive(value)));
    }

    /** The example of RFC 8785, section 3.2.2. */
    @Test
    void writesTheStandardsExample() {
        var text =
                """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}\
                """;
        var expected =
                "{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        assertEquals(expected, canonical(Json.parse(text)));
    }

    /** The names of RFC 8785, section 3.2.3: sorted by UTF-16 code units, not by code points. */
    @Test
    void sortsNamesByCodeUnits() {
        var sorted = new String[] {"\r", "1", "\u0080", "ö", "€", "\ud83d\ude00", "\ufb33"};
        var object = new JsonObject();
        for (var i : new int[] {4, 0, 6, 1, 5, 2, 3}) {
            object.addProperty(sorted[i], i);
        }
        assertEquals(
                "{\"\\r\":0,\"1\":1,\"\u0080\":2,\"ö\":3,\"€\":4,"
                        + "\"\ud83d\ude00\":5,\"\ufb33\":6}",
                canonical(object));
    }

    /** Its digits in a file are "0.1", and the identity must not change by writing and reading. */
    @Test
    void takesAFloatByItsDigits() {
        assertEquals("0.1", canonical(new JsonPrimitive(0.1f)));
    }

    @Test
    void writesEmptyContainers() {
        assertEquals("{\"a\":[],\"b\":{}}", canonical(Json.parse("{\"b\":{},\"a\":[]}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "-9223372036854775807", "100000000000000000000001"})
    void refusesWholeNumbersThatADoubleWouldChange(String number) {
        assertThrows(InputException.class, () -> canonical(Json.parse(number)));
    }

    @Test
    void refusesWhatIsNotFiniteAndHalfASurrogatePair() {
        var infinite = new JsonPrimitive(Double.POSITIVE_INFINITY);
        assertThrows(InputException.class, () -> canonical(infinite));
        assertThrows(InputException.class, () -> canonical(new JsonPrimitive("\ud83d")));
    }

    @Test
    void whatWasWrittenForALargeDoubleIsReadAndWrittenAgain() {
        var text = "[-999999999999999900000]";
        assertEquals(
                text, new String(CanonicalJson.bytes(Json.parse(text)), StandardCharsets.UTF_8));
    }

    @Property
    void isAFixedPoint(@ForAll("trees") JsonElement tree) {
        var bytes = CanonicalJson.bytes(tree);
        var again = Json.parse(new String(bytes, StandardCharsets.UTF_8));
        assertArrayEquals(bytes, CanonicalJson.bytes(again));
        assertEquals(Sha256.of(bytes), CanonicalJson.sha256(again));
    }

    @Property
    void doesNotDependOnTheOrderOfNames(@ForAll("trees") JsonElement tree) {
        assertEquals(CanonicalJson.sha256(tree), CanonicalJson.sha256(reversed(tree)));
    }

    @Provide
    Arbitrary<JsonElement> trees() {
        return JsonTrees.any();
    }

    private static JsonElement reversed(JsonElement tree) {
        if (!(tree instanceof JsonObject object)) {
            return tree;
        }
        var names = new ArrayList<>(object.keySet());
        Collections.reverse(names);
        var reversed = new JsonObject();
        names.forEach(name -> reversed.add(name, reversed(object.get(name))));
        return reversed;
    }

    @Property
    void numbersReadBackAndAreAsShortAsCanBe(@ForAll("doubles") double value) {
        var text = canonical(new JsonPrimitive(value));
        assertEquals(value == 0 ? 0.0 : value, Double.parseDouble(text));
        var digits = new BigDecimal(text).stripTrailingZeros().precision();
        var java = new BigDecimal(Double.toString(value)).stripTrailingZeros().precision();
        assertEquals(true, digits <= java, text);
    }

    @Provide
    Arbitrary<Double> doubles() {
        return JsonTrees.doubles();
    }

    private static String canonical(JsonElement tree) {
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }
}
