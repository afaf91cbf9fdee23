// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io;

import java.util.Arrays;

/** Checks on the shapes of arrays, made before anything is allocated for them. */
public final class Shape {
    /** The longest array that every Java virtual machine can make. */
    public static final int LONGEST = Integer.MAX_VALUE - 8;

    private Shape() {}

    /**
     * The number of elements of an array.
     *
     * @param shape its extents, slowest first; an empty shape is a single number
     * @param where the file and place for the message
     * @return the product of the extents
     * @throws InputException if an extent is negative or the product is more than an array can hold
     */
    public static int elements(int[] shape, String where) {
        var product = 1L;
        for (var extent : shape) {
            // The running product stays below 2^31, so one more factor cannot overflow a long.
            if (extent < 0 || (product *= extent) > LONGEST) {
                throw new InputException(
                        ("%s has the shape %s, which is not a shape that fits into memory; the "
                                        + "file is damaged or too large for this program.")
                                .formatted(where, Arrays.toString(shape)));
            }
        }
        return (int) product;
    }
}
