// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import ai.djl.ndarray.NDArray;

import org.penumbra.engine.torch.Ops;

import java.util.List;

/**
 * How the losses of a patch and of its changed copies add up: the patch's own plus copyWeight times
 * the mean over the others. With the four published copies and 0.2 that is the official L₀ +
 * (0.2/3) · (L₁ + L₂ + L₃).
 *
 * @param copyWeight weight of all changed copies together
 */
public record CopyTotal(double copyWeight) {
    /**
     * The factor of one copy's loss.
     *
     * @param copy its index, 0 the unchanged patch
     * @param copies how many there are
     * @return 1 for the unchanged patch, copyWeight / (copies − 1) for the others
     */
    public double factor(int copy, int copies) {
        return copy == 0 ? 1 : copyWeight / (copies - 1);
    }

    /**
     * The total.
     *
     * @param losses one per copy, of shape [], the unchanged patch first
     * @return an array of shape []
     */
    public NDArray of(List<NDArray> losses) {
        var total = losses.get(0);
        for (int copy = 1; copy < losses.size(); copy++) {
            total = total.add(Ops.scale(losses.get(copy), factor(copy, losses.size())));
        }
        return total;
    }
}
