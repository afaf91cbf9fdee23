// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.method;

/** One published system: field, losses, training procedure. */
public interface Method {
    /** The name of its class in the experiment model, such as {@code MedNeRF}. */
    String name();

    /** Raised whenever equal settings no longer lead to equal numbers. */
    int version();

    /**
     * A trainer at step 0.
     *
     * @throws org.penumbra.io.InputException where a setting is missing or wrong, or weights that a
     *     loss needs are absent
     */
    Trainer trainer(TrainingTask task);
}
