// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.nn;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.TorchScript;
import org.penumbra.io.InputException;
import org.penumbra.io.tensors.FloatTensor;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;

/** Between arrays of the engine and tensors of files. */
public final class Transfer {
    private static final TorchScript COPY =
            TorchScript.of(
                    "Copy",
                    """
                    def forward(self, target: Tensor, source: Tensor) -> Tensor:
                        return torch.copy_(torch.detach(target), source)
                    """);

    private Transfer() {}

    /**
     * Reads an array back.
     *
     * @param array a float array
     * @return its shape and values
     */
    public static FloatTensor tensor(NDArray array) {
        var shape = LongStream.of(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
        return new FloatTensor(shape, array.toFloatArray());
    }

    /**
     * Overwrites an array in place.
     *
     * @param name what the message calls it
     * @param source its new values; null when the file lacks it
     * @param target the array
     * @throws InputException when the source is missing or has another shape
     */
    public static void copy(String name, FloatTensor source, NDArray target) {
        if (source == null) {
            throw new InputException(
                    "The weights lack '" + name + "': they were saved by another network.");
        }
        var shape = target.getShape().getShape();
        if (!Arrays.equals(
                LongStream.of(shape).mapToInt(Math::toIntExact).toArray(), source.shape())) {
            throw new InputException(
                    "The weight '"
                            + name
                            + "' has shape "
                            + Arrays.toString(source.shape())
                            + " where "
                            + Arrays.toString(shape)
                            + " is needed: the settings differ from those it was saved with.");
        }
        try (var values = Ops.array(target.getManager(), source.data(), shape)) {
            overwrite(target, values);
        }
    }

    /**
     * Overwrites an array in place with another one's values, outside any recording.
     *
     * @param target the array
     * @param source an array of its shape
     */
    public static void overwrite(NDArray target, NDArray source) {
        COPY.plain(target.getManager(), target, source).close();
    }

    /**
     * Restores named state.
     *
     * @param arrays by name
     * @param prefix in front of each name among the tensors
     * @param tensors the values
     */
    public static void load(
            Map<String, NDArray> arrays, String prefix, Map<String, FloatTensor> tensors) {
        arrays.forEach((name, array) -> copy(prefix + name, tensors.get(prefix + name), array));
    }
}
