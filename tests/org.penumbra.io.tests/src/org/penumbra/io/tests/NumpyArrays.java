// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import org.penumbra.io.numpy.NpyArray;

import java.util.Arrays;

/** Arbitrary arrays of every type that is written. */
final class NumpyArrays {
    private NumpyArrays() {}

    static Arbitrary<NpyArray> any() {
        return Arbitraries.integers()
                .between(0, 4)
                .array(int[].class)
                .ofMaxSize(4)
                .flatMap(shape -> data(elements(shape)).map(data -> new NpyArray(shape, data)));
    }

    private static int elements(int[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    private static Arbitrary<Object> data(int count) {
        return Arbitraries.oneOf(
                Arbitraries.floats().array(float[].class).ofSize(count),
                Arbitraries.doubles().array(double[].class).ofSize(count),
                Arbitraries.longs().array(long[].class).ofSize(count),
                Arbitraries.of(true, false).array(boolean[].class).ofSize(count),
                text().array(String[].class).ofSize(count));
    }

    /** NumPy pads with zeros, so text that ends with one cannot come back. */
    private static Arbitrary<String> text() {
        return JsonTrees.text().filter(text -> !text.endsWith("\0"));
    }

    static void assertSame(NpyArray expected, NpyArray actual) {
        assertArrayEquals(expected.shape(), actual.shape());
        assertEquals(expected.data().getClass(), actual.data().getClass());
        switch (expected.data()) {
            case float[] floats -> assertArrayEquals(floats, actual.floats());
            case double[] doubles -> assertArrayEquals(doubles, actual.doubles());
            case String[] texts -> assertArrayEquals(texts, actual.strings());
            default -> assertArrayEquals(expected.longs(), actual.longs());
        }
    }
}
