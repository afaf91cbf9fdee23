// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import org.penumbra.runs.folder.RunFolder;

import java.util.List;
import java.util.Optional;

/** Puts runs to work: on this machine, on a cluster. */
public interface Launcher {

    /**
     * Starts runs and returns at once.
     *
     * @param work what belongs together: a cluster makes one array job of it
     * @return the jobs, in the same order
     * @throws org.penumbra.io.InputException when they cannot be started
     */
    List<Job> launch(List<Assignment> work);

    /** The job that was started for a run before, by this process or by another one. */
    Optional<Job> find(RunFolder run);
}
