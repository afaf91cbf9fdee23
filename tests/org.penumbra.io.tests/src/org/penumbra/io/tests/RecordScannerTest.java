// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

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
import org.penumbra.io.InputException;
import org.penumbra.io.records.RecordReader;
import org.penumbra.io.records.RecordScanner;
import org.penumbra.io.records.RecordWriter;
import org.penumbra.testing.Allocation;
import org.penumbra.testing.Damage;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/** The scanner against the plain reader. */
class RecordScannerTest {
    @TempDir Path folder;

    @Property(tries = 500)
    void itAcceptsAndRefusesWhatTheReaderDoes(@ForAll("damaged") byte[] bytes) {
        try (var temporary = TemporaryFolder.create()) {
            var file = temporary.file("records", bytes);
            var expected = read(file);
            assertEquals(expected, scanned(file, 0, Long.MAX_VALUE));
        }
    }

    @Test
    void recordsMayBeLongerThanBlocks() throws IOException {
        var file = folder.resolve("long");
        try (var out = RecordWriter.create(file)) {
            for (int size : new int[] {10, 5 << 20, 0, 3 << 20, 1 << 20, 20}) {
                var content = new byte[size];
                Arrays.fill(content, (byte) size);
                out.append(content);
            }
        }
        assertEquals(read(file), scanned(file, 0, Long.MAX_VALUE));
    }

    @Test
    void aPartEndsWhereItIsToldTo() throws IOException {
        var file = folder.resolve("part");
        try (var out = RecordWriter.create(file)) {
            for (int i = 0; i < 4; i++) {
                out.append(new byte[10]);
            }
        }
        // A frame adds 16 bytes.
        assertEquals(2, scanned(file, 26, 78).size() - 1, "the second and the third");
        assertTrue(scanned(file, 0, 60).getLast().contains("cut short"));
        assertEquals("", scanned(file, 104, 104).getLast());
    }

    @Test
    void noHeaderCanMakeItAskForMemory() throws IOException {
        var header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(200 << 20);
        var sum = new CRC32C();
        sum.update(header.array(), 0, 8);
        header.putInt(Integer.rotateRight((int) sum.getValue(), 15) + 0xa282ead8);
        var file = Files.write(folder.resolve("huge"), header.array());
        long asked = Allocation.during(() -> scanned(file, 0, Long.MAX_VALUE));
        assertTrue(asked < 4 << 20, () -> asked + " bytes");
    }

    @Test
    void aMissingFileIsOneSentence() {
        var none = folder.resolve("none");
        assertThrows(InputException.class, () -> RecordScanner.open(none, 0, 1));
    }

    /** Contents, and at the end what is wrong. */
    private static List<String> read(Path file) {
        var found = new ArrayList<String>();
        try (var reader = RecordReader.open(file)) {
            reader.forEach(record -> found.add(HexFormat.of().formatHex(record)));
            found.add(reader.damage().orElse(""));
            return found;
        }
    }

    private static List<String> scanned(Path file, long from, long to) {
        var found = new ArrayList<String>();
        try (var scanner = RecordScanner.open(file, from, to)) {
            long good = from;
            while (scanner.next()) {
                assertEquals(good, scanner.offset());
                int start = scanner.start();
                int end = start + scanner.length();
                found.add(HexFormat.of().formatHex(scanner.bytes(), start, end));
                good = scanner.goodBytes();
            }
            assertEquals(good, scanner.goodBytes());
            found.add(scanner.damage().orElse(""));
            return found;
        }
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(60)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(RecordScannerTest::file)
                .flatMap(good -> Arbitraries.oneOf(Arbitraries.just(good), Damage.to(good)));
    }

    private static byte[] file(List<byte[]> records) {
        try (var temporary = TemporaryFolder.create()) {
            var file = temporary.file("records");
            try (var out = RecordWriter.create(file)) {
                records.forEach(out::append);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
