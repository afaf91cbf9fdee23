// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.discriminator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.torch.Scope;
import org.penumbra.io.numpy.NpyArray;
import org.penumbra.io.numpy.Npz;
import org.penumbra.io.tensors.FloatTensor;
import org.penumbra.testing.Shared;

import java.util.LinkedHashMap;
import java.util.Map;

/** One file of the original implementation's numbers. */
public record Golden(Map<String, NpyArray> arrays) {
    public static Golden read(String name) {
        return new Golden(Npz.read(Shared.path("golden/" + name)));
    }

    public float[] floats(String name) {
        return arrays.get(name).floats();
    }

    public NDArray array(Scope scope, String name) {
        var shape = arrays.get(name).shape();
        var longs = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            longs[i] = shape[i];
        }
        return scope.array(floats(name), longs);
    }

    /** The tensors of a group such as {@code discriminator.initial.}, without that prefix. */
    public Map<String, FloatTensor> tensors(String prefix) {
        var tensors = new LinkedHashMap<String, FloatTensor>();
        arrays.forEach(
                (name, array) -> {
                    if (name.startsWith(prefix)) {
                        var tensor = new FloatTensor(array.shape(), array.floats());
                        tensors.put(name.substring(prefix.length()), tensor);
                    }
                });
        return tensors;
    }

    /** Fails unless the largest error is small beside the largest golden number. */
    public void assertAgrees(String name, float[] ours, double tolerance) {
        var error = error(floats(name), ours);
        System.out.printf("%s: relative error %.1e%n", name, error);
        assertTrue(error <= tolerance, name + " differs by " + error);
    }

    public static double error(float[] theirs, float[] ours) {
        assertEquals(theirs.length, ours.length);
        double worst = 0;
        double largest = 1e-30;
        for (int i = 0; i < theirs.length; i++) {
            assertTrue(Float.isFinite(ours[i]), "not finite at " + i);
            worst = Math.max(worst, Math.abs((double) theirs[i] - ours[i]));
            largest = Math.max(largest, Math.abs(theirs[i]));
        }
        return worst / largest;
    }
}
