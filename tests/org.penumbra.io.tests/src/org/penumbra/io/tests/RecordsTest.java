// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.io.records.RecordReader;
import org.penumbra.io.records.RecordWriter;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

class RecordsTest {
    /** Bytes that a frame adds to its content. */
    private static final int FRAME = 16;

    @TempDir Path folder;

    /** Length 0, its masked checksum, no content, the masked checksum of nothing. */
    @Test
    void framesAsTensorFlowDoes() throws IOException {
        var file = folder.resolve("one");
        write(file, List.of(new byte[0]));
        assertEquals("000000000000000029039807d8ea82a2", hex(file));
    }

    @Property(tries = 300)
    void readsWhatItWrites(@ForAll List<byte[]> records) {
        try (var temporary = TemporaryFolder.create()) {
            var file = temporary.file("records");
            write(file, records);
            var read = Reading.of(file, 0);
            assertRecords(records, read.records);
            assertEquals(file.toFile().length(), read.good);
            assertTrue(read.damage.isEmpty(), read.damage);
        }
    }

    @Property
    void detectsDamageAtAnyByte(
            @ForAll @Size(min = 1, max = 5) List<@Size(max = 40) byte[]> records,
            @ForAll @IntRange(min = 0, max = 1 << 20) int anywhere,
            @ForAll @IntRange(min = 1, max = 255) int flips)
            throws IOException {
        try (var temporary = TemporaryFolder.create()) {
            var file = temporary.file("records");
            write(file, records);
            var bytes = Files.readAllBytes(file);
            bytes[anywhere % bytes.length] ^= (byte) flips;
            Files.write(file, bytes);
            assertStopsBefore(anywhere % bytes.length, records, Reading.of(file, 0));
        }
    }

    @Property
    void keepsWhatIsBeforeACut(
            @ForAll @Size(min = 1, max = 5) List<@Size(max = 40) byte[]> records,
            @ForAll @IntRange(min = 0, max = 1 << 20) int anywhere)
            throws IOException {
        try (var temporary = TemporaryFolder.create()) {
            var file = temporary.file("records");
            write(file, records);
            var bytes = Files.readAllBytes(file);
            var length = anywhere % bytes.length;
            Files.write(file, Arrays.copyOf(bytes, length));
            var read = Reading.of(file, 0);
            assertEquals(length > read.good, !read.damage.isEmpty());
            assertRecords(records.subList(0, read.records.size()), read.records);
        }
    }

    private static void assertStopsBefore(int place, List<byte[]> records, Reading read) {
        var good = 0L;
        var whole = 0;
        while (good + records.get(whole).length + FRAME <= place) {
            good += records.get(whole++).length + FRAME;
        }
        assertEquals(good, read.good);
        assertRecords(records.subList(0, whole), read.records);
        assertTrue(read.damage.contains("byte " + good), read.damage);
    }

    @Property(tries = 200)
    void survivesAnyBytes(@ForAll byte[] bytes) {
        try (var temporary = TemporaryFolder.create()) {
            var read = Reading.of(temporary.file("any", bytes), 0);
            assertEquals(bytes.length > read.good, !read.damage.isEmpty());
        }
    }

    /** A length of 2^32 + 1 with its right checksum, as only somebody who means harm writes it. */
    @Test
    void believesNoLengthThatTheFileDoesNotHold() throws IOException {
        var header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong((1L << 32) + 1);
        var sum = new CRC32C();
        sum.update(header.array(), 0, Long.BYTES);
        header.putInt(Integer.rotateRight((int) sum.getValue(), 15) + 0xa282ead8);
        var one = folder.resolve("one");
        write(one, List.of(text("a")));
        var frame = Files.readAllBytes(one);
        System.arraycopy(header.array(), 0, frame, 0, header.capacity());
        var read = Reading.of(Files.write(folder.resolve("huge"), frame), 0);
        assertRecords(List.of(), read.records);
        assertTrue(read.damage.contains("longer"), read.damage);
    }

    @Test
    void readsOnWhereItStopped() {
        var file = folder.resolve("growing");
        var writer = RecordWriter.create(file);
        writer.append(text("first"));
        writer.sync();
        var first = Reading.of(file, 0);
        writer.append(text("second"));
        writer.close();
        assertRecords(List.of(text("second")), Reading.of(file, first.good).records);
    }

    @Test
    void tellsTheGoodPartAlsoBetweenRecords() {
        var file = folder.resolve("two");
        write(file, List.of(text("ab"), text("cde")));
        try (var reader = RecordReader.open(file)) {
            assertTrue(reader.hasNext());
            assertEquals(0, reader.goodBytes());
            reader.next();
            assertTrue(reader.hasNext());
            assertEquals(2 + FRAME, reader.goodBytes());
        }
    }

    @Test
    void resumesBehindTheLastGoodRecord() throws IOException {
        var file = folder.resolve("cut");
        write(file, List.of(text("first"), text("lost")));
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        try (var writer = RecordWriter.resume(file)) {
            writer.append(text("next"));
        }
        var read = Reading.of(file, 0);
        assertRecords(List.of(text("first"), text("next")), read.records);
        assertEquals("", read.damage);
    }

    @Test
    void resumesAFileThatIsNotThere() {
        var file = folder.resolve("new");
        RecordWriter.resume(file).close();
        assertFalse(RecordReader.open(file).hasNext());
    }

    @Test
    void createsNothingOverAFile() throws IOException {
        var file = Files.writeString(folder.resolve("there"), "content");
        assertThrows(UncheckedIOException.class, () -> RecordWriter.create(file));
        assertEquals("content", Files.readString(file));
    }

    @Test
    void namesAMissingFile() {
        var missing = folder.resolve("missing");
        var failure = assertThrows(InputException.class, () -> RecordReader.open(missing));
        assertTrue(failure.getMessage().contains(missing.toString()), failure.getMessage());
    }

    private record Reading(List<byte[]> records, long good, String damage) {
        static Reading of(Path file, long offset) {
            try (var reader = RecordReader.open(file, offset)) {
                var records = new ArrayList<byte[]>();
                reader.forEach(records::add);
                return new Reading(records, reader.goodBytes(), reader.damage().orElse(""));
            }
        }
    }

    private static void write(Path file, List<byte[]> records) {
        try (var writer = RecordWriter.create(file)) {
            records.forEach(writer::append);
        }
    }

    private static void assertRecords(List<byte[]> expected, List<byte[]> actual) {
        assertEquals(expected.size(), actual.size());
        for (var i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), actual.get(i));
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(Path file) throws IOException {
        return HexFormat.of().formatHex(Files.readAllBytes(file));
    }
}
