// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.engine.settings.AugmentationKind;
import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;
import org.penumbra.engine.torch.Torch;

import java.util.List;

/** The copies, pixel by pixel, on a patch whose pixels are numbered 0 to 15 row by row. */
class AugmentationTest {
    private static final int SIZE = 4;

    private final NDManager manager = Torch.cpu().newManager();
    private final Scope scope = Scope.in(manager);

    @AfterEach
    void close() {
        scope.close();
        manager.close();
    }

    /** Which source pixel a copy shows. */
    private interface Source {
        int of(int row, int column);
    }

    @Test
    void noneIsThePatchAlone() {
        assertCopies(AugmentationKind.NONE, (r, c) -> 4 * r + c);
    }

    @Test
    void fliprotFlipsAndTurns() {
        assertCopies(
                AugmentationKind.FLIPROT,
                (r, c) -> 4 * r + c,
                (r, c) -> 4 * (3 - r) + c,
                (r, c) -> 4 * r + (3 - c),
                (r, c) -> 4 * c + (3 - r));
    }

    @Test
    void rotationTurnsByQuarters() {
        assertCopies(
                AugmentationKind.ROTATION,
                (r, c) -> 4 * r + c,
                (r, c) -> 4 * c + (3 - r),
                (r, c) -> 4 * (3 - r) + (3 - c),
                (r, c) -> 4 * (3 - c) + r);
    }

    @Test
    void croppingEnlargesTheCorners() {
        assertCopies(
                AugmentationKind.CROPPING,
                (r, c) -> 4 * r + c,
                (r, c) -> 4 * (r * 3 / 4) + c * 3 / 4,
                (r, c) -> 4 * (r * 3 / 4) + 1 + c * 3 / 4,
                (r, c) -> 4 * (1 + r * 3 / 4) + c * 3 / 4,
                (r, c) -> 4 * (1 + r * 3 / 4) + 1 + c * 3 / 4);
    }

    @Test
    void gradientsComeBackThroughEveryCopy() {
        for (var kind : AugmentationKind.values()) {
            try (var tape = Tape.open()) {
                var patch = Tape.watch(patch());
                var copies = Augmentation.copies(kind, patch);
                var sum = copies.stream().map(Ops::sumAll).reduce(NDArray::add).orElseThrow();
                var gradient = tape.gradients(sum, List.of(patch)).get(0);
                // Every pixel of every copy shows one source pixel.
                assertEquals(3f * copies.size() * SIZE * SIZE, gradient.sum().getFloat());
            }
        }
    }

    private void assertCopies(AugmentationKind kind, Source... sources) {
        var copies = Augmentation.copies(kind, patch());
        assertEquals(sources.length, copies.size());
        assertEquals(sources.length, Augmentation.count(kind));
        for (int copy = 0; copy < sources.length; copy++) {
            var expected = new float[3 * SIZE * SIZE];
            for (int i = 0; i < expected.length; i++) {
                int pixel = i % (SIZE * SIZE);
                int source = sources[copy].of(pixel / SIZE, pixel % SIZE);
                expected[i] = 100 * (i / (SIZE * SIZE)) + source;
            }
            assertArrayEquals(expected, copies.get(copy).toFloatArray(), kind + " " + copy);
        }
    }

    private NDArray patch() {
        var values = new float[3 * SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = 100 * (i / (SIZE * SIZE)) + i % (SIZE * SIZE);
        }
        return scope.array(values, 1, 3, SIZE, SIZE);
    }
}
