// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.records.RecordWriter;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** Scalars as TensorFlow 2 and the summary writers after it keep them, from the format's tables. */
class TensorScalarTest {
    // TensorProto: field 1 dtype (1 float, 2 double, 7 string), 2 shape, 4 content, 5 floats, 6
    // doubles. 1.5f is 0x3fc00000, 1.5 is 0x3ff8000000000000, little-endian in the file.
    private static final String FLOAT = "0801";
    private static final String DOUBLE = "0802";
    private static final String NO_DIMENSIONS = "1200";
    private static final String ONE = "120412020801";
    private static final String TWO = "120412020802";

    @TempDir Path folder;

    @Test
    void aNumberInAList() {
        assertEquals(List.of(1.5), values(FLOAT + NO_DIMENSIONS + "2a040000c03f"));
        assertEquals(List.of(1.5), values(FLOAT + "2d0000c03f"));
        assertEquals(List.of(1.5), values(DOUBLE + ONE + "3208000000000000f83f"));
        assertEquals(List.of(1.5), values(DOUBLE + "31000000000000f83f"));
    }

    @Test
    void aNumberAsRawBytes() {
        assertEquals(List.of(1.5), values(FLOAT + NO_DIMENSIONS + "22040000c03f"));
        assertEquals(List.of(1.5), values(DOUBLE + NO_DIMENSIONS + "2208000000000000f83f"));
    }

    @Test
    void severalNumbersAreNoScalar() {
        assertEquals(List.of(), values(FLOAT + TWO + "2a080000c03f0000c03f"));
        assertEquals(List.of(), values(FLOAT + TWO + "2a040000c03f"), "one for two");
        assertEquals(List.of(), values(FLOAT + "2a080000c03f0000c03f"));
        assertEquals(List.of(), values("0807" + "22040000c03f"), "a text");
    }

    private List<Double> values(String tensor) {
        var file = folder.resolve("events.out.tfevents." + tensor);
        var bytes = HexFormat.of().parseHex(tensor);
        try (var out = RecordWriter.create(file)) {
            out.append(event(bytes));
        }
        var points = Curves.of(List.of(file)).byTag().getOrDefault("loss", List.of());
        return points.stream().map(Point::value).toList();
    }

    /** Step 3, a summary, a value of tag loss with field 8, the tensor. */
    private static byte[] event(byte[] tensor) {
        var hex = HexFormat.of();
        var value = "0a046c6f7373" + "42%02x".formatted(tensor.length) + hex.formatHex(tensor);
        var summary = "0a%02x".formatted(value.length() / 2) + value;
        return hex.parseHex("1003" + "2a%02x".formatted(summary.length() / 2) + summary);
    }
}
