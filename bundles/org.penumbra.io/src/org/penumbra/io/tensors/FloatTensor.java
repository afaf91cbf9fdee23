// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.tensors;

import org.penumbra.io.Shape;

/**
 * A tensor of single precision.
 *
 * @param shape its extents, slowest first; empty for a single number
 * @param data its elements in row-major order, as many as the shape says; not copied
 */
public record FloatTensor(int[] shape, float[] data) {
    /** Checks that shape and data belong together. */
    public FloatTensor {
        var elements = Shape.elements(shape, "A tensor");
        if (elements != data.length) {
            throw new IllegalArgumentException(
                    "shape of " + elements + " elements for " + data.length);
        }
    }
}
