// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import java.util.regex.Pattern;

/** What {@code sbatch --parsable} prints: a number, and behind a semicolon perhaps a cluster. */
final class SubmittedJob {
    private static final Pattern LINE = Pattern.compile("([1-9]\\d{0,17})(;[^;\\s]+)?");

    private SubmittedJob() {}

    /**
     * The job's number.
     *
     * @throws SlurmFailure when it is something else
     */
    static long parse(String out) {
        // Site plugins may print lines of their own before it.
        var last = out.strip().lines().reduce("", (before, line) -> line.strip());
        var matcher = LINE.matcher(last);
        if (!matcher.matches()) {
            throw new SlurmFailure(
                    "Slurm's sbatch printed '%s' in place of a job number: look with squeue whether it took the job"
                            .formatted(last));
        }
        return Long.parseLong(matcher.group(1));
    }
}
