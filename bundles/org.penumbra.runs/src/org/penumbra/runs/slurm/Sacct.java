// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import java.util.List;
import java.util.Optional;

/**
 * {@code sacct}: what accounting remembers, where there is any.
 *
 * @param program the program
 */
record Sacct(Program program) {
    private static final String DISABLED = "accounting storage is disabled";

    /**
     * One task of the job of that name; nothing where it is not on record, where there is no
     * accounting, or no program for it.
     */
    Optional<TaskReport> task(TaskId task, String name) {
        return program.file().isEmpty() ? Optional.empty() : ask(task, name);
    }

    private Optional<TaskReport> ask(TaskId task, String name) {
        var answer =
                program.run(
                        List.of(
                                "--noheader",
                                "--parsable2",
                                "--allocations",
                                "--format=State,ExitCode",
                                "--name=" + name,
                                "--jobs=" + task));
        if (answer.good()) {
            return parse(answer.out());
        }
        if ((answer.out() + answer.err()).contains(DISABLED)) {
            return Optional.empty();
        }
        throw new SlurmFailure("Slurm's sacct failed: " + answer.complaint());
    }

    /** The last line counts: a requeued task may have several. */
    static Optional<TaskReport> parse(String out) {
        return out.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).map(Sacct::report);
    }

    private static TaskReport report(String line) {
        var fields = line.split("\\|", -1);
        if (fields.length != 2) {
            throw new SlurmFailure(
                    "Slurm's sacct printed a line that Penumbra does not understand: " + line);
        }
        return TaskReport.of(fields[0], "", ExitCodes.parse(fields[1]));
    }
}
