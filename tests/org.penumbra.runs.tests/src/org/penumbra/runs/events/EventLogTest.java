// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Reads the log back by the format's definition, with nothing of the product's own readers. */
class EventLogTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_250L);

    @TempDir Path folder;

    @Test
    void everyRecordIsWhatTensorBoardExpects() throws IOException {
        try (var log = EventLog.create(folder, 301, () -> NOW)) {
            log.scalar("loss/generator", 301, 0.1);
            log.scalar("eval/psnr", 1L << 40, Double.NaN);
        }
        var records = records(Files.readAllBytes(file()));
        assertEquals(4, records.size());
        // Field 1, a double: 1700000000.25 s; field 2, a varint; field 3, a text.
        assertArrayEquals(bytes(wallTime(), 0x10, 0x00, 0x1a, 13, "brain.Event:2"), records.get(0));
        // Field 7, a message of 2 bytes: its field 1 is 1, START. 301 is 0xad 0x02.
        assertArrayEquals(bytes(wallTime(), 0x10, 0xad, 0x02, 0x3a, 2, 0x08, 1), records.get(1));
        // Field 5 holds field 1 holds a text and a float of little-endian bits.
        assertArrayEquals(
                bytes(
                        wallTime(),
                        0x10,
                        0xad,
                        0x02,
                        0x2a,
                        23,
                        0x0a,
                        21,
                        0x0a,
                        14,
                        "loss/generator",
                        0x15,
                        0xcd,
                        0xcc,
                        0xcc,
                        0x3d),
                records.get(2));
        assertArrayEquals(
                bytes(
                        wallTime(),
                        0x10,
                        0x80,
                        0x80,
                        0x80,
                        0x80,
                        0x80,
                        0x20,
                        0x2a,
                        18,
                        0x0a,
                        16,
                        0x0a,
                        9,
                        "eval/psnr",
                        0x15,
                        0x00,
                        0x00,
                        0xc0,
                        0x7f),
                records.get(3));
    }

    @Test
    void allScalarsOfAStepAreOneEvent() throws IOException {
        var values = new LinkedHashMap<String, Double>();
        values.put("a", 1.0);
        values.put("bc", -2.0);
        try (var log = EventLog.create(folder, 1, () -> NOW)) {
            log.scalars(7, values);
            log.scalars(8, Map.of());
        }
        var records = records(Files.readAllBytes(file()));
        assertEquals(3, records.size());
        // One summary of two values; 1 is 0x3f800000 and -2 is 0xc0000000.
        assertArrayEquals(
                bytes(
                        wallTime(),
                        0x10,
                        7,
                        0x2a,
                        21,
                        0x0a,
                        8,
                        0x0a,
                        1,
                        "a",
                        0x15,
                        0,
                        0,
                        0x80,
                        0x3f,
                        0x0a,
                        9,
                        0x0a,
                        2,
                        "bc",
                        0x15,
                        0,
                        0,
                        0,
                        0xc0),
                records.get(2));
    }

    @Test
    void theFileIsCalledAsTensorBoardLooksForIt() throws IOException {
        EventLog.create(folder, 1, () -> NOW).close();
        var name = file().getFileName().toString();
        assertTrue(name.startsWith("events.out.tfevents.1700000000."), name);
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static Object wallTime() {
        var bits = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN);
        return bits.put((byte) 0x09).putDouble(1_700_000_000.25).array();
    }

    private static byte[] bytes(Object... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            switch (part) {
                case byte[] raw -> all.writeBytes(raw);
                case String text -> all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                case Integer one -> all.write(one);
                default -> throw new IllegalArgumentException(part.toString());
            }
        }
        return all.toByteArray();
    }

    private static List<byte[]> records(byte[] file) {
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        var records = new ArrayList<byte[]>();
        while (in.hasRemaining()) {
            var length = new byte[8];
            in.get(length);
            assertEquals(masked(length), in.getInt(), "checksum of the length");
            var content =
                    new byte
                            [Math.toIntExact(
                                    ByteBuffer.wrap(length)
                                            .order(ByteOrder.LITTLE_ENDIAN)
                                            .getLong())];
            in.get(content);
            assertEquals(masked(content), in.getInt(), "checksum of the content");
            records.add(content);
        }
        return records;
    }

    private static int masked(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        int sum = (int) crc.getValue();
        return ((sum >>> 15) | (sum << 17)) + 0xa282ead8;
    }
}
