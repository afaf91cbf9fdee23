// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Gradients of the safe operations, also when the garbage collector runs before them. */
class TapeTest {
    private final NDManager manager = Torch.cpu().newManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private interface Function {
        NDArray of(NDArray x);
    }

    private float[] gradient(Function function, float... at) {
        try (var scope = Scope.in(manager);
                var tape = Tape.open()) {
            var x = Tape.watch(scope.array(at, at.length));
            var loss = Ops.sumAll(function.of(x));
            collectGarbage();
            return tape.gradients(loss, List.of(x)).getFirst().toFloatArray();
        }
    }

    /** Frees and overwrites whatever Java buffers nothing refers to any more. */
    private static void collectGarbage() {
        System.gc();
        for (int i = 0; i < 64; i++) {
            java.nio.ByteBuffer.allocateDirect(4).putInt(0, 0x44424000);
        }
        System.gc();
    }

    @Test
    void operationsWithScalarsSurviveGarbageCollection() {
        for (int i = 0; i < 5; i++) {
            assertGradient(x -> Ops.scale(x, 3), 3);
            assertGradient(x -> Ops.square(Ops.add(x, 1)), 2 * (0.5f + 1));
            assertGradient(x -> Ops.from(2, Ops.scale(x, 5)), -5);
            assertGradient(x -> Ops.over(1, x), -4);
        }
    }

    private void assertGradient(Function function, float expected) {
        assertArrayEquals(new float[] {expected}, gradient(function, 0.5f), 1e-5f);
    }

    @Test
    void activations() {
        assertArrayEquals(new float[] {0, 1}, gradient(Ops::relu, -2, 2));
        assertArrayEquals(new float[] {0.2f, 1}, gradient(x -> Ops.leakyRelu(x, 0.2), -2, 2));
        assertArrayEquals(new float[] {0.25f}, gradient(Ops::sigmoid, 0), 1e-6f);
        assertArrayEquals(new float[] {0, 1}, gradient(x -> Ops.atLeast(x, 1), 0, 2));
        assertArrayEquals(new float[] {0.5f, 0.5f}, gradient(Ops::meanAll, 3, 4));
    }

    @Test
    void whatTheLossDoesNotDependOnHasGradientZero() {
        try (var scope = Scope.in(manager);
                var tape = Tape.open()) {
            var x = Tape.watch(scope.array(new float[] {1, 2}, 2));
            var other = Tape.watch(scope.array(new float[] {5}, 1));
            var cut = Ops.sumAll(Ops.stopGradient(Ops.square(x)).mul(x));
            var gradients = tape.gradients(cut, List.of(x, other));
            assertArrayEquals(new float[] {1, 4}, gradients.get(0).toFloatArray());
            assertArrayEquals(new float[] {0}, gradients.get(1).toFloatArray());
        }
    }

    @Test
    void gradientsDoNotGatherFromStepToStep() {
        var x = Tape.watch(Ops.array(manager, new float[] {3}, 1));
        for (int step = 0; step < 3; step++) {
            try (var scope = Scope.in(manager);
                    var tape = Tape.open()) {
                var loss = Ops.sumAll(Ops.scalar(scope.manager(), 2).mul(x));
                var gradient = tape.gradients(loss, List.of(x)).getFirst();
                assertEquals(2, gradient.toFloatArray()[0]);
            }
        }
    }

    @Test
    void onlyOneTapeIsOpenAtATime() {
        try (var tape = Tape.open()) {
            assertThrows(IllegalStateException.class, Tape::open);
        }
    }
}
