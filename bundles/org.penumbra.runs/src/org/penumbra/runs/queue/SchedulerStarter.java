// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

/** Sees to it that somebody is this machine's scheduler. */
@FunctionalInterface
public interface SchedulerStarter {

    /**
     * Starts a scheduler unless one is at work, and returns at once.
     *
     * @throws org.penumbra.io.InputException when none can be started
     */
    void ensure();
}
