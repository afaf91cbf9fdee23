// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import java.nio.file.Path;

/**
 * What one task of an array does.
 *
 * @param run the run folder
 * @param device {@code auto}, {@code cpu} or {@code cuda:N}
 * @param threads threads of the mathematics library
 */
record ArrayTask(Path run, String device, int threads) {

    /** A line of {@code tasks.txt}; the path comes last, as it may hold tabs. */
    String line() {
        var path = run.toAbsolutePath().normalize().toString();
        return "%d\t%s\t%s\n".formatted(threads, device, ShellWord.oneLine(path));
    }
}
