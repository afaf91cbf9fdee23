// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.io.InputException;
import org.penumbra.io.tensors.FloatTensor;
import org.penumbra.io.tensors.Safetensors;
import org.penumbra.testing.Damage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

class SafetensorsTest {
    @TempDir Path folder;

    @Property(tries = 50)
    void readsWhatItWrites(
            @ForAll("tensors") Map<String, FloatTensor> tensors,
            @ForAll("texts") Map<String, String> metadata) {
        var read =
                RoundTrip.through(
                        file -> Safetensors.write(file, tensors, metadata), Safetensors::read);
        assertEquals(metadata, read.metadata());
        assertEquals(List.copyOf(tensors.keySet()), List.copyOf(read.tensors().keySet()));
        tensors.forEach((name, tensor) -> assertSame(tensor, read.tensors().get(name)));
    }

    private static void assertSame(FloatTensor expected, FloatTensor actual) {
        assertArrayEquals(expected.shape(), actual.shape());
        assertArrayEquals(expected.data(), actual.data());
    }

    @Provide
    Arbitrary<Map<String, FloatTensor>> tensors() {
        return Arbitraries.maps(JsonTrees.text(), tensor()).ofMaxSize(4);
    }

    private static Arbitrary<FloatTensor> tensor() {
        var shapes = Arbitraries.integers().between(0, 4).array(int[].class).ofMaxSize(4);
        return shapes.flatMap(
                shape ->
                        Arbitraries.floats()
                                .array(float[].class)
                                .ofSize(Arrays.stream(shape).reduce(1, (a, b) -> a * b))
                                .map(data -> new FloatTensor(shape, data)));
    }

    @Provide
    Arbitrary<Map<String, String>> texts() {
        return Arbitraries.maps(JsonTrees.text(), JsonTrees.text()).ofMaxSize(3);
    }

    @Test
    void readsMoreElementsThanFitIntoOnePiece() {
        var data = new float[100_003];
        for (var i = 0; i < data.length; i++) {
            data[i] = -i;
        }
        var tensors = Map.of("t", new FloatTensor(new int[] {data.length}, data));
        var read =
                RoundTrip.through(f -> Safetensors.write(f, tensors, Map.of()), Safetensors::read);
        assertArrayEquals(data, read.tensors().get("t").data());
    }

    @Test
    void alignsTheElements() throws IOException {
        var file = folder.resolve("aligned.safetensors");
        Safetensors.write(
                file, Map.of("odd", new FloatTensor(new int[] {}, new float[] {1})), Map.of());
        assertEquals(4, Files.size(file) % 8);
    }

    @ParameterizedTest
    @CsvSource({
        "F16, 2, 003c, 1", "BF16, 2, c0bf, -1.5", "F32, 4, 0000c0bf, -1.5",
        "F64, 8, 000000000000f03f, 1", "I32, 4, feffffff, -2", "I64, 8, feffffffffffffff, -2"
    })
    void readsEveryType(String type, int bytes, String hex, float expected) throws IOException {
        var tensors = Safetensors.read(file(entry("t", type, "[1]", 0, bytes), hex)).tensors();
        assertArrayEquals(new float[] {expected}, tensors.get("t").data());
    }

    @Test
    void refusesATypeItDoesNotKnowAndSaysWhich() throws IOException {
        var file = file(entry("t", "F8_E5M2", "[1]", 0, 1), "00");
        var failure = assertThrows(InputException.class, () -> Safetensors.read(file));
        assertTrue(failure.getMessage().contains("F8_E5M2"), failure.getMessage());
        assertTrue(failure.getMessage().contains("\"t\" of " + file), failure.getMessage());
    }

    @Test
    void refusesOverlapGapAndRange() throws IOException {
        var a = entry("a", "F32", "[1]", 0, 4);
        refuses(a + "," + entry("b", "F32", "[1]", 0, 4), "00".repeat(4), "overlaps");
        refuses(a + "," + entry("b", "F32", "[1]", 2, 6), "00".repeat(6), "overlaps");
        refuses(a + "," + entry("b", "F32", "[1]", 8, 12), "00".repeat(12), "gap");
        refuses(a, "00".repeat(3), "cut short");
        refuses(a, "00".repeat(5), "need 4 bytes");
        refuses(a + "," + a, "00".repeat(4), "twice");
    }

    private void refuses(String header, String hex, String expected) throws IOException {
        var file = file(header, hex);
        var failure = assertThrows(InputException.class, () -> Safetensors.read(file));
        assertTrue(failure.getMessage().contains(expected), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2]", "[-1]", "[1.0]", "[1e0]", "[4294967296,4294967296]", "[9223372036854775807]",
                "[65536,65536,65536,65536]", "[\"1\"]", "{}", "1", "null", "[[1]]"
            })
    void refusesShapesThatDoNotFit(String shape) throws IOException {
        var file = file(entry("t", "F32", shape, 0, 4), "00".repeat(4));
        assertThrows(InputException.class, () -> Safetensors.read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}",
                "\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}",
                "\"t\":{\"dtype\":\"F32\",\"shape\":[1]}",
                "\"t\":{\"dtype\":7,\"shape\":[1],\"data_offsets\":[0,4]}",
                "\"t\":[]",
                "\"__metadata__\":{\"a\":1}",
                "\"__metadata__\":\"a\"",
                "]"
            })
    void refusesOtherHeaders(String header) throws IOException {
        var file = file(header, "00".repeat(4));
        assertThrows(InputException.class, () -> Safetensors.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "ffffffffffffff7f", "ffffffffffffffff", "0900000000000000"})
    void refusesAHeaderThatDoesNotFit(String hex) throws IOException {
        var file = Files.write(folder.resolve("short"), HexFormat.of().parseHex(hex));
        assertThrows(InputException.class, () -> Safetensors.read(file));
    }

    @Property
    void survivesDamage(@ForAll("damaged") byte[] damaged) {
        RoundTrip.survives(damaged, Safetensors::read);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        var header = entry("a", "F32", "[2]", 0, 8) + "," + entry("b", "I64", "[1,1]", 8, 16);
        return Damage.to(bytes(header, "00".repeat(16)));
    }

    private Path file(String members, String hex) throws IOException {
        return Files.write(folder.resolve("file.safetensors"), bytes(members, hex));
    }

    private static byte[] bytes(String members, String hex) {
        var header = ("{" + members + "}").getBytes(StandardCharsets.UTF_8);
        var elements = HexFormat.of().parseHex(hex);
        return ByteBuffer.allocate(8 + header.length + elements.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(elements)
                .array();
    }

    private static String entry(String name, String type, String shape, int begin, int end) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, type, shape, begin, end);
    }
}
