// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The memory of one step: every array made in it is freed when it closes. Open it before the {@link
 * Tape}, close it after the gradients have been used.
 */
public final class Scope implements AutoCloseable {
    private final NDManager manager;

    private Scope(NDManager manager) {
        this.manager = manager;
    }

    /**
     * Opens a scope inside a longer-lived one.
     *
     * @param parent the manager it hangs on
     * @return the open scope
     */
    public static Scope in(NDManager parent) {
        return new Scope(parent.newSubManager());
    }

    /**
     * The manager that new arrays of this scope attach to.
     *
     * @return the manager
     */
    public NDManager manager() {
        return manager;
    }

    /**
     * Copies Java numbers into an array that libtorch owns.
     *
     * @param data row-major values
     * @param shape the array's shape
     * @return the array
     */
    public NDArray array(float[] data, long... shape) {
        return Ops.array(manager, data, shape);
    }

    /**
     * Moves an array out of this scope, so that it outlives it.
     *
     * @param array an array of this scope
     * @param to where it lives from now on
     * @return the same array
     */
    public static NDArray keep(NDArray array, NDManager to) {
        array.attach(to);
        return array;
    }

    @Override
    public void close() {
        manager.close();
    }
}
