// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.InputException;

/** Sizes of the published field. */
class FieldShapeTest {
    @Test
    void thePublishedFieldHasThePublishedWidths() {
        var shape = FieldShape.published();
        assertEquals(63, shape.position());
        assertEquals(27, shape.direction());
        assertEquals(191, shape.inputs(0));
        assertEquals(256, shape.inputs(4));
        assertEquals(447, shape.inputs(5));
    }

    @Test
    void initialWeightsHaveTheOriginalShapes() {
        try (var manager = Torch.cpu().newManager()) {
            var field = new ConditionalField(FieldShape.published());
            var weights = field.initial(manager, new Initialiser(1, "generator"));
            assertEquals(677_764, weights.count());
            assertArrayEquals(
                    new long[] {128, 411},
                    weights.get("views_linears.0.weight").getShape().getShape());
        }
    }

    @Test
    void impossibleSizesAreRefused() {
        assertThrows(InputException.class, () -> new FieldShape(1, 1, 1, 1, 0, 8, 0));
        assertThrows(InputException.class, () -> new FieldShape(0, 1, 1, 1, 1, 8, 0));
        assertThrows(InputException.class, () -> new FieldShape(1, 1, -1, 1, 1, 8, 0));
    }
}
