// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.InputException;
import org.penumbra.io.tensors.FloatTensor;

import java.util.List;
import java.util.Map;

/** Named weights: order, loading, copies and initial laws. */
class WeightsTest {
    private final NDManager manager = Torch.cpu().newManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private Weights layer(long seed) {
        var weights = new Weights(manager);
        new Initialiser(seed, "network").linear(weights, "layer", 100, 50);
        return weights.buffer("running", new float[] {1, 2}, 2);
    }

    @Test
    void whatIsExportedLoadsElsewhere() {
        var one = layer(1);
        var other = layer(2);
        assertEquals(
                List.of("layer.weight", "layer.bias", "running"),
                List.copyOf(one.export().keySet()));
        other.load(one.export());
        assertArrayEquals(
                one.get("layer.weight").toFloatArray(), other.get("layer.weight").toFloatArray());
        assertTrue(other.get("layer.weight").hasGradient());
        assertEquals(5050, other.count());
    }

    @Test
    void linearLayersFollowPyTorchsLaw() {
        var values = layer(1).get("layer.weight").toFloatArray();
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            assertTrue(Math.abs(value) <= 0.1);
            sum += value;
            squares += value * value;
        }
        assertEquals(0, sum / values.length, 0.003);
        assertEquals(0.01 / 3, squares / values.length, 1e-4);
    }

    @Test
    void aFrozenCopyIsIndependent() {
        var one = layer(1);
        var copy = one.frozenCopy(manager);
        var before = copy.get("layer.bias").toFloatArray();
        one.load(layer(2).export());
        assertArrayEquals(before, copy.get("layer.bias").toFloatArray());
        assertFalse(copy.get("layer.bias").hasGradient());
    }

    @Test
    void aMissingWeightIsNamed() {
        var refusal = assertThrows(InputException.class, () -> layer(1).load(Map.of()));
        assertTrue(refusal.getMessage().contains("'layer.weight'"));
    }

    @Test
    void anotherShapeIsRefused() {
        var tensors = layer(1).export();
        tensors.put("running", new FloatTensor(new int[] {3}, new float[3]));
        var refusal = assertThrows(InputException.class, () -> layer(1).load(tensors));
        assertTrue(refusal.getMessage().contains("[3] where [2]"), refusal.getMessage());
    }
}
