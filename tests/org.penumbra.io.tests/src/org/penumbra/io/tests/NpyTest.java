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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.io.InputException;
import org.penumbra.io.numpy.Npy;
import org.penumbra.io.numpy.NpyArray;
import org.penumbra.testing.Damage;
import org.penumbra.testing.TemporaryFolder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

class NpyTest {
    @Property(tries = 100)
    void readsWhatItWrites(@ForAll("arrays") NpyArray array) {
        NumpyArrays.assertSame(array, RoundTrip.through(f -> Npy.write(f, array), Npy::read));
    }

    @Provide
    Arbitrary<NpyArray> arrays() {
        return NumpyArrays.any();
    }

    @Test
    void readsMoreElementsThanFitIntoOnePiece() {
        var data = new float[300_001];
        for (var i = 0; i < data.length; i++) {
            data[i] = i * 0.5f;
        }
        var shape = new int[] {data.length};
        var read = RoundTrip.through(f -> Npy.write(f, shape, data), Npy::read);
        assertArrayEquals(data, read.floats());
    }

    /** As numpy.save writes np.arange(6, dtype='<i2').reshape(2, 3): 118 bytes of header. */
    @Test
    void writesTheHeaderThatNumpyWrites() throws IOException {
        var out = new ByteArrayOutputStream();
        Npy.write(out, new NpyArray(new int[] {3}, new double[] {1, 2, 3}));
        var bytes = out.toByteArray();
        assertEquals(128 + 24, bytes.length);
        assertEquals("934e554d505901007600", HexFormat.of().formatHex(bytes, 0, 10));
        var header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
        assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }", header.strip());
        assertTrue(header.endsWith("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "<i1, ff, -1",
        "|i1, 80, -128",
        "<i2, feff, -2",
        "<i4, 00000080, -2147483648",
        "<i8, ffffffffffffffff, -1",
        "|u1, ff, 255",
        "<u2, ffff, 65535",
        "<u4, ffffffff, 4294967295",
        "<u8, ffffffffffffff7f, 9223372036854775807",
        ">i2, 0102, 258",
        ">u4, 00000001, 1",
        "|b1, 01, 1",
        "|b1, 00, 0"
    })
    void readsWholeNumbers(String descr, String hex, long expected) {
        assertArrayEquals(new long[] {expected}, read(descr, "()", hex).longs());
    }

    @ParameterizedTest
    @CsvSource({
        "<f2, 003c, 1", "<f2, 0100, 5.960464477539063e-8", "<f4, 0000c0bf, -1.5",
        ">f4, bfc00000, -1.5", "<f8, 000000000000f03f, 1", "<f2, 007c, Infinity"
    })
    void readsRealNumbers(String descr, String hex, double expected) {
        assertArrayEquals(new double[] {expected}, read(descr, "()", hex).doubles());
    }

    @Test
    void readsText() {
        var hex = "61000000" + "00000000" + "00f60100" + "62000000";
        assertArrayEquals(new String[] {"a", "\ud83d\ude00b"}, read("<U2", "(2,)", hex).strings());
    }

    @Test
    void turnsColumnMajorIntoRowMajor() {
        var header = "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3, 2), }";
        var array = read(header, "000102030405060708090a0b");
        assertArrayEquals(new int[] {2, 3, 2}, array.shape());
        assertArrayEquals(new long[] {0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11}, array.longs());
    }

    @Test
    void leavesTheStreamBehindTheArray() throws IOException {
        var out = new ByteArrayOutputStream();
        Npy.write(out, new NpyArray(new int[] {2}, new long[] {1, 2}));
        Npy.write(out, new NpyArray(new int[] {}, new long[] {3}));
        var in = new ByteArrayInputStream(out.toByteArray());
        assertArrayEquals(new long[] {1, 2}, Npy.read(in).longs());
        assertArrayEquals(new long[] {3}, Npy.read(in).longs());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|O",
                "|V8",
                "<c8",
                "<M8[s]",
                "<U0",
                "<f3",
                "<i16",
                "|S4",
                "<U99999999",
                "f4",
                ""
            })
    void refusesOtherTypes(String descr) {
        var failure = assertThrows(InputException.class, () -> read(descr, "(1,)", "00"));
        assertTrue(failure.getMessage().contains('"' + descr + '"'), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(99999, 99999, 99999)", "(2147483647,)", "(99999999999,)", "(-1,)", "(1.5,)", "5",
                "(4611686018427387904, 4)", "(0, 9999999999)", "((1,),)", "(1", "[1]", "None"
            })
    void refusesImpossibleShapes(String shape) {
        assertThrows(InputException.class, () -> read("<f4", shape, "00000000"));
    }

    @Test
    void believesNoHeaderBeforeTheElementsArrive() {
        var failure = assertThrows(InputException.class, () -> read("|u1", "(30000000,)", "0102"));
        assertTrue(failure.getMessage().contains("cut short"), failure.getMessage());
        var header = "{'descr': '|u1', 'fortran_order': False, 'shape': (30000000,), }";
        RoundTrip.survives(file(header, "0102"), Npy::read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{'descr': '<f4', 'fortran_order': False}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 'x'}",
                "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)}",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}",
                "{'descr': __import__('os'), 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} + 1"
            })
    void refusesOtherHeaders(String header) {
        assertThrows(InputException.class, () -> read(header, "00000000"));
    }

    @Test
    void refusesAFileThatGoesOnBehindItsArray() {
        var header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }";
        try (var folder = TemporaryFolder.create()) {
            assertArrayEquals(
                    new long[] {1}, Npy.read(folder.file("whole", file(header, "01"))).longs());
            var longer = folder.file("longer", file(header, "0102"));
            var failure = assertThrows(InputException.class, () -> Npy.read(longer));
            assertTrue(failure.getMessage().contains("goes on"), failure.getMessage());
        }
    }

    @Test
    void refusesAFutureVersionAndOtherFiles() {
        var bytes = file("{'descr': '<f4', 'fortran_order': False, 'shape': (), }", "00000000");
        bytes[6] = 9;
        var failure = assertThrows(InputException.class, () -> read(bytes));
        assertTrue(failure.getMessage().contains("version 9"), failure.getMessage());
        assertThrows(InputException.class, () -> read("hello".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesWhatDoesNotFitTheQuestion() {
        var reals = new NpyArray(new int[] {1}, new float[] {1});
        assertThrows(InputException.class, reals::longs);
        assertThrows(InputException.class, reals::strings);
        var text = new NpyArray(new int[] {1}, new String[] {"a"});
        assertThrows(InputException.class, text::floats);
    }

    @Property
    void survivesDamage(@ForAll("damaged") byte[] damaged) {
        RoundTrip.survives(damaged, Npy::read);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        var plain =
                file("{'descr': '<f4', 'fortran_order': True, 'shape': (1, 2), }", "00".repeat(8));
        var text =
                file("{'descr': '<U2', 'fortran_order': False, 'shape': (1,), }", "61".repeat(8));
        return Arbitraries.oneOf(Damage.to(plain), Damage.to(text));
    }

    private static NpyArray read(String descr, String shape, String hex) {
        var header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }";
        return read(header.formatted(descr, shape), hex);
    }

    private static NpyArray read(String header, String hex) {
        return read(file(header, hex));
    }

    private static NpyArray read(byte[] file) {
        return Npy.read(new ByteArrayInputStream(file));
    }

    private static byte[] file(String header, String hex) {
        var elements = HexFormat.of().parseHex(hex);
        return ByteBuffer.allocate(10 + header.length() + elements.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(HexFormat.of().parseHex("934e554d50590100"))
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(elements)
                .array();
    }
}
