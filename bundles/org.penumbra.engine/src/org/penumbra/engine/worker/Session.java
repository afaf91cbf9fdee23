// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

/** One process's work at one run. */
interface Session {
    /**
     * Works until all is done or somebody asks to stop, and says in the run's status which.
     *
     * @return the exit code of the process
     */
    int run();
}
