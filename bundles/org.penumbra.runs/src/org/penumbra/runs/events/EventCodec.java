// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Events to bytes and back. */
final class EventCodec {
    private EventCodec() {}

    static byte[] fileVersion(double wallTime) {
        return event(wallTime, 0).text(Wire.EVENT_FILE_VERSION, "brain.Event:2").toBytes();
    }

    static byte[] sessionStart(double wallTime, long step) {
        var start = new Message().varint(Wire.SESSION_LOG_STATUS, Wire.STATUS_START);
        return event(wallTime, step).message(Wire.EVENT_SESSION_LOG, start).toBytes();
    }

    /** All values of a step: one summary with one value per tag. */
    static byte[] scalars(double wallTime, long step, Map<String, Double> values) {
        var summary = new Message();
        values.forEach((tag, value) -> summary.message(Wire.SUMMARY_VALUE, scalar(tag, value)));
        return event(wallTime, step).message(Wire.EVENT_SUMMARY, summary).toBytes();
    }

    private static Message scalar(String tag, double value) {
        return new Message()
                .text(Wire.VALUE_TAG, tag)
                .fixed32(Wire.VALUE_SIMPLE_VALUE, (float) value);
    }

    private static Message event(double wallTime, long step) {
        return new Message().fixed64(Wire.EVENT_WALL_TIME, wallTime).varint(Wire.EVENT_STEP, step);
    }

    /** The event in a record; empty when the record is no event. */
    static Optional<Event> decode(byte[] record) {
        try {
            return Optional.of(event(new MessageReader(record)));
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Event event(MessageReader in) {
        double wallTime = 0;
        long step = 0;
        Event.Content content = new Event.Other();
        while (in.hasNext()) {
            switch (in.next()) {
                case Wire.EVENT_WALL_TIME -> wallTime = in.fixed64();
                case Wire.EVENT_STEP -> step = in.varint();
                case Wire.EVENT_FILE_VERSION -> content = new Event.FileVersion(in.text());
                case Wire.EVENT_SUMMARY -> content = new Event.Scalars(values(in.message()));
                case Wire.EVENT_SESSION_LOG -> content = session(in.message());
                default -> in.skip();
            }
        }
        return new Event(wallTime, step, content);
    }

    private static Event.Content session(MessageReader in) {
        long status = 0;
        while (in.hasNext()) {
            if (in.next() == Wire.SESSION_LOG_STATUS) {
                status = in.varint();
            } else {
                in.skip();
            }
        }
        return status == Wire.STATUS_START ? new Event.SessionStart() : new Event.Other();
    }

    private static List<Event.Scalar> values(MessageReader in) {
        var values = new ArrayList<Event.Scalar>();
        while (in.hasNext()) {
            if (in.next() == Wire.SUMMARY_VALUE) {
                value(in.message()).ifPresent(values::add);
            } else {
                in.skip();
            }
        }
        return values;
    }

    /** Values of other kinds (images, histograms, tensors of several numbers) are no scalars. */
    private static Optional<Event.Scalar> value(MessageReader in) {
        var tag = "";
        var value = OptionalDouble.empty();
        while (in.hasNext()) {
            switch (in.next()) {
                case Wire.VALUE_TAG -> tag = in.text();
                case Wire.VALUE_SIMPLE_VALUE -> value = OptionalDouble.of(in.fixed32());
                case Wire.VALUE_TENSOR -> value = TensorScalar.of(in.message());
                default -> in.skip();
            }
        }
        return value.isPresent()
                ? Optional.of(new Event.Scalar(tag, value.getAsDouble()))
                : Optional.empty();
    }
}
