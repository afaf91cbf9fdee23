// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.launch.WorkerCommand;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a run needs to start.
 *
 * @param devices where it may work: {@code auto}, {@code cpu} or {@code cuda:N}, the first free one
 *     is taken
 * @param slots how many runs may work on that device at a time, this one included
 * @param threads threads of the mathematics library where the run names none
 * @param worker the argument file of the worker
 * @param environment what the worker needs of its submitter's environment
 */
public record Wish(
        List<String> devices,
        int slots,
        int threads,
        Path worker,
        Map<String, String> environment) {
    /** What decides about devices, libraries and data; never what may be a secret. */
    private static final Predicate<String> KEPT =
            Pattern.compile(
                            "(CUDA|NVIDIA|PYTORCH|DJL|PENUMBRA|OMP|MKL|GOMP|KMP|CONDA|PYTHON)_?.*"
                                + "|PATH|HOME|LANG|LC_ALL|TZ|TMPDIR|VIRTUAL_ENV|LD_LIBRARY_PATH")
                    .asMatchPredicate();

    private static final Set<String> SHARED = Set.of("PATH", "HOME", "PENUMBRA_STATE");

    /** A wish of this process, with the worker that was installed with it. */
    public static Wish own(List<String> devices, int slots, int threads) {
        return own(devices, slots, threads, WorkerCommand.installed());
    }

    static Wish own(List<String> devices, int slots, int threads, WorkerCommand worker) {
        var environment = new TreeMap<>(System.getenv());
        environment.keySet().removeIf(KEPT.negate());
        return new Wish(
                List.copyOf(devices),
                Math.max(1, slots),
                threads,
                worker.argumentFile(),
                Map.copyOf(environment));
    }

    /** Whether a variable belongs to the run that it was submitted with. */
    static boolean goesWithTheRun(String variable) {
        return KEPT.test(variable) && !SHARED.contains(variable);
    }

    WorkerCommand command() {
        return new WorkerCommand(List.of(), worker, environment);
    }
}
