// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import org.penumbra.runs.folder.RunFolder;

/** Starts the worker of a run, here or elsewhere. */
@FunctionalInterface
public interface Launcher {

    /**
     * Starts a worker and returns at once.
     *
     * @throws org.penumbra.io.InputException when it cannot be started
     */
    WorkerHandle launch(RunFolder run);
}
