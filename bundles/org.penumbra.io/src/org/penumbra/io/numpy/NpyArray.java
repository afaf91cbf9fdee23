// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.numpy;

import org.penumbra.io.InputException;
import org.penumbra.io.Shape;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An array in row-major order.
 *
 * @param shape its extents, slowest first; empty for a single value
 * @param data its elements: {@code float[]} (NumPy's f2, f4), {@code double[]} (f8), {@code long[]}
 *     (i1 to i8, u1 to u8), {@code boolean[]} or {@code String[]}; not copied
 */
public record NpyArray(int[] shape, Object data) {
    /** Checks that shape and data belong together. */
    public NpyArray {
        ElementType.writing(data);
        var elements = Shape.elements(shape, "An array");
        if (elements != Array.getLength(data)) {
            throw new IllegalArgumentException(
                    "shape of " + elements + " elements for " + Array.getLength(data));
        }
    }

    /**
     * The number of elements.
     *
     * @return the product of the extents
     */
    public int size() {
        return Array.getLength(data);
    }

    /**
     * The elements as single precision.
     *
     * @return the array itself if it is one, else converted
     * @throws InputException if they are text
     */
    public float[] floats() {
        if (data instanceof float[] floats) {
            return floats;
        }
        var reals = doubles();
        var floats = new float[reals.length];
        IntStream.range(0, reals.length).forEach(i -> floats[i] = (float) reals[i]);
        return floats;
    }

    /**
     * The elements as double precision.
     *
     * @return the array itself if it is one, else converted
     * @throws InputException if they are text
     */
    public double[] doubles() {
        return switch (data) {
            case double[] reals -> reals;
            case float[] floats ->
                    IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
            default -> Arrays.stream(longs()).asDoubleStream().toArray();
        };
    }

    /**
     * The elements as whole numbers; truth values are 0 and 1.
     *
     * @return the array itself if it is one, else converted
     * @throws InputException if they are real numbers or text
     */
    public long[] longs() {
        return switch (data) {
            case long[] whole -> whole;
            case boolean[] truth ->
                    IntStream.range(0, truth.length).mapToLong(i -> truth[i] ? 1 : 0).toArray();
            default -> throw other("whole numbers");
        };
    }

    /**
     * The elements as text.
     *
     * @return the array itself
     * @throws InputException if they are not text
     */
    public String[] strings() {
        if (data instanceof String[] texts) {
            return texts;
        }
        throw other("text");
    }

    private InputException other(String wanted) {
        return new InputException(
                ("An array of %s was expected and the array of shape %s holds %s; check that it "
                                + "is the right one.")
                        .formatted(
                                wanted, Arrays.toString(shape), data.getClass().getSimpleName()));
    }
}
