// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.LinkedHashMap;
import java.util.List;

/** Events of every kind that logs hold, of this program and of others. */
final class TestEvents {
    private TestEvents() {}

    static Arbitrary<byte[]> events() {
        return Arbitraries.oneOf(
                scalars(), sessions(), tensors(), tensors(), Arbitraries.of(others()));
    }

    private static Arbitrary<byte[]> scalars() {
        var values = Arbitraries.maps(tags(), numbers()).ofMaxSize(8);
        return Combinators.combine(times(), steps(), values)
                .as((time, step, map) -> EventCodec.scalars(time, step, new LinkedHashMap<>(map)));
    }

    private static Arbitrary<byte[]> sessions() {
        return Combinators.combine(times(), steps()).as(EventCodec::sessionStart);
    }

    private static Arbitrary<byte[]> tensors() {
        return Combinators.combine(times(), steps(), tags(), tensor())
                .as(
                        (time, step, tag, tensor) ->
                                new Message()
                                        .varint(Wire.EVENT_STEP, step)
                                        .message(Wire.EVENT_SUMMARY, summary(tag, tensor))
                                        .fixed64(Wire.EVENT_WALL_TIME, time)
                                        .toBytes());
    }

    private static Message summary(String tag, Message tensor) {
        var value = new Message().message(Wire.VALUE_TENSOR, tensor).text(Wire.VALUE_TAG, tag);
        return new Message().message(Wire.SUMMARY_VALUE, value);
    }

    private static Arbitrary<Message> tensor() {
        return Combinators.combine(
                        Arbitraries.of(Wire.TYPE_FLOAT, Wire.TYPE_DOUBLE, 7),
                        Arbitraries.of(0L, 1L, 2L),
                        Arbitraries.of(0, 1, 2, 3),
                        numbers())
                .as(TestEvents::tensor);
    }

    private static Message tensor(int type, long size, int form, double number) {
        var tensor = new Message().varint(Wire.TENSOR_TYPE, type);
        if (size > 0) {
            var dimension = new Message().varint(Wire.DIMENSION_SIZE, size);
            var shape = new Message().message(Wire.SHAPE_DIMENSION, dimension);
            tensor.message(Wire.TENSOR_SHAPE, shape);
        }
        return switch (form) {
            case 0 -> tensor.fixed32(Wire.TENSOR_FLOATS, (float) number);
            case 1 -> tensor.fixed64(Wire.TENSOR_DOUBLES, number);
            case 2 -> tensor.text(Wire.TENSOR_CONTENT, "abcd");
            default -> tensor.text(Wire.TENSOR_DOUBLES, "abcdefgh");
        };
    }

    private static List<byte[]> others() {
        var scalar = new Message().text(Wire.VALUE_TAG, "lost").fixed32(Wire.VALUE_SIMPLE_VALUE, 1);
        var summary = new Message().message(Wire.SUMMARY_VALUE, scalar);
        var start = new Message().varint(Wire.SESSION_LOG_STATUS, Wire.STATUS_START);
        return List.of(
                EventCodec.fileVersion(1),
                new Message().toBytes(),
                new Message().message(Wire.EVENT_SUMMARY, summary).toBytes(),
                new Message()
                        .message(Wire.EVENT_SUMMARY, summary)
                        .message(Wire.EVENT_SESSION_LOG, start)
                        .toBytes(),
                new Message()
                        .message(Wire.EVENT_SESSION_LOG, start)
                        .text(Wire.EVENT_FILE_VERSION, "later")
                        .toBytes(),
                new Message().text(Wire.EVENT_STEP, "no number").toBytes());
    }

    private static Arbitrary<String> tags() {
        var some = Arbitraries.of("loss/generator", "loss/discriminator", "psnr", "", "Schärfe");
        return Arbitraries.oneOf(some, Arbitraries.strings().alpha().ofMaxLength(20));
    }

    private static Arbitrary<Long> steps() {
        return Arbitraries.oneOf(Arbitraries.longs().between(0, 50), Arbitraries.longs());
    }

    private static Arbitrary<Double> times() {
        return Arbitraries.doubles().between(0, 2e9);
    }

    private static Arbitrary<Double> numbers() {
        var special = Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0);
        return Arbitraries.oneOf(Arbitraries.doubles().between(-10, 10), special);
    }
}
