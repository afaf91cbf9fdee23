// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import org.penumbra.io.InputException;

/** Slurm is missing, refuses what it is asked for, or does not answer. */
public final class SlurmFailure extends InputException {
    private static final long serialVersionUID = 1L;

    SlurmFailure(String message) {
        super(message);
    }

    SlurmFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
