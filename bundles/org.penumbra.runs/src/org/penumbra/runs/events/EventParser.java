// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import java.nio.BufferUnderflowException;
import java.util.Arrays;

/**
 * Takes one event after another apart, as {@link EventCodec} does, but keeps scalars in arrays. As
 * there, the last content of an event is what counts.
 */
final class EventParser {
    private static final int NO_TAG = -1;

    private final TagTable tags;
    private final FieldCursor in = new FieldCursor();
    private double wallTime;
    private long step;
    private boolean sessionStart;
    private int count;
    private int[] indices = new int[16];
    private double[] values = new double[16];
    private int tagStart;
    private int tagLength;
    private boolean scalar;
    private double number;

    EventParser(TagTable tags) {
        this.tags = tags;
    }

    /** Whether a record is an event. */
    boolean parse(byte[] bytes, int start, int length) {
        in.over(bytes, start, length);
        wallTime = 0;
        step = 0;
        clear();
        try {
            event();
            return true;
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    /** Hands over what the last event holds. */
    void deliver(ScalarSink sink) {
        if (sessionStart) {
            sink.sessionStart(step);
        }
        for (int i = 0; i < count; i++) {
            sink.scalar(indices[i], step, wallTime, values[i]);
        }
    }

    private void clear() {
        sessionStart = false;
        count = 0;
    }

    private void event() {
        while (in.hasNext()) {
            switch (in.next()) {
                case Wire.EVENT_WALL_TIME -> wallTime = in.fixed64();
                case Wire.EVENT_STEP -> step = in.varint();
                case Wire.EVENT_FILE_VERSION -> version();
                case Wire.EVENT_SUMMARY -> summary();
                case Wire.EVENT_SESSION_LOG -> session();
                default -> in.skip();
            }
        }
    }

    private void version() {
        clear();
        in.leave(in.enter());
    }

    private void session() {
        clear();
        int outer = in.enter();
        long status = 0;
        while (in.hasNext()) {
            if (in.next() == Wire.SESSION_LOG_STATUS) {
                status = in.varint();
            } else {
                in.skip();
            }
        }
        sessionStart = status == Wire.STATUS_START;
        in.leave(outer);
    }

    private void summary() {
        clear();
        int outer = in.enter();
        while (in.hasNext()) {
            if (in.next() == Wire.SUMMARY_VALUE) {
                value();
            } else {
                in.skip();
            }
        }
        in.leave(outer);
    }

    private void value() {
        int outer = in.enter();
        tagLength = NO_TAG;
        scalar = false;
        while (in.hasNext()) {
            part(in.next());
        }
        in.leave(outer);
        if (scalar) {
            add();
        }
    }

    private void part(int field) {
        switch (field) {
            case Wire.VALUE_TAG -> tag();
            case Wire.VALUE_SIMPLE_VALUE -> simple();
            case Wire.VALUE_TENSOR -> tensor();
            default -> in.skip();
        }
    }

    private void tag() {
        int outer = in.enter();
        tagStart = in.at();
        tagLength = in.remaining();
        in.leave(outer);
    }

    private void simple() {
        number = in.fixed32();
        scalar = true;
    }

    private void tensor() {
        int outer = in.enter();
        var found = TensorScalar.of(new MessageReader(in.bytes(), in.at(), in.remaining()));
        in.leave(outer);
        scalar = found.isPresent();
        number = found.orElse(0);
    }

    private void add() {
        if (count == values.length) {
            indices = Arrays.copyOf(indices, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        boolean named = tagLength != NO_TAG;
        indices[count] = named ? tags.index(in.bytes(), tagStart, tagLength) : tags.empty();
        values[count++] = number;
    }
}
