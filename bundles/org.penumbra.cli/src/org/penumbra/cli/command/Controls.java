// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import org.penumbra.runs.launch.WorkerCommand;
import org.penumbra.runs.queue.Control;
import org.penumbra.runs.queue.QueueFolder;
import org.penumbra.runs.slurm.Slurm;
import org.penumbra.runs.slurm.SlurmLauncher;
import org.penumbra.runs.slurm.SlurmOptions;

import java.util.List;

/** What controls the runs of this machine. */
final class Controls {
    private Controls() {}

    static Control here() {
        var slurm =
                new SlurmLauncher(Slurm.onPath(), SlurmOptions.DEFAULT, WorkerCommand::installed);
        return new Control(QueueFolder.here(), List.of(slurm));
    }
}
