// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import java.nio.ByteBuffer;
import java.util.OptionalDouble;

/**
 * A scalar kept as a tensor of one element, as newer writers of TensorBoard logs do: TensorFlow's
 * {@code TensorProto} of type DT_FLOAT or DT_DOUBLE, its number in a list or as raw bytes.
 */
final class TensorScalar {
    private long type;
    private long elements = 1;
    private Single floats = new Single();
    private Single doubles = new Single();
    private ByteBuffer content = ByteBuffer.allocate(0);

    private TensorScalar() {}

    /** The number of a tensor; nothing when it has several elements or another type. */
    static OptionalDouble of(MessageReader in) {
        var tensor = new TensorScalar();
        while (in.hasNext()) {
            tensor.field(in, in.next());
        }
        return tensor.elements == 1 ? tensor.value() : OptionalDouble.empty();
    }

    private void field(MessageReader in, int field) {
        switch (field) {
            case Wire.TENSOR_TYPE -> type = in.varint();
            case Wire.TENSOR_SHAPE -> shape(in.message());
            case Wire.TENSOR_CONTENT -> content = in.bytes();
            case Wire.TENSOR_FLOATS -> floats.addFloats(in.numbers(Wire.FIXED32, Float.BYTES));
            case Wire.TENSOR_DOUBLES -> doubles.addDoubles(in.numbers(Wire.FIXED64, Double.BYTES));
            default -> in.skip();
        }
    }

    /** A list of one number may stand for a whole tensor of equal ones, so the shape decides. */
    private void shape(MessageReader in) {
        while (in.hasNext()) {
            if (in.next() == Wire.SHAPE_DIMENSION) {
                elements *= size(in.message());
            } else {
                in.skip();
            }
        }
    }

    private static long size(MessageReader in) {
        long size = 0;
        while (in.hasNext()) {
            if (in.next() == Wire.DIMENSION_SIZE) {
                size = in.varint();
            } else {
                in.skip();
            }
        }
        return size;
    }

    private OptionalDouble value() {
        if (type == Wire.TYPE_FLOAT) {
            return content.remaining() == Float.BYTES
                    ? OptionalDouble.of(content.getFloat())
                    : floats.value();
        }
        if (type == Wire.TYPE_DOUBLE) {
            return content.remaining() == Double.BYTES
                    ? OptionalDouble.of(content.getDouble())
                    : doubles.value();
        }
        return OptionalDouble.empty();
    }

    /** The only number of a list, if it is the only one. */
    private static final class Single {
        private int count;
        private double last;

        void addFloats(ByteBuffer numbers) {
            for (; numbers.hasRemaining(); count++) {
                last = numbers.getFloat();
            }
        }

        void addDoubles(ByteBuffer numbers) {
            for (; numbers.hasRemaining(); count++) {
                last = numbers.getDouble();
            }
        }

        OptionalDouble value() {
            return count == 1 ? OptionalDouble.of(last) : OptionalDouble.empty();
        }
    }
}
