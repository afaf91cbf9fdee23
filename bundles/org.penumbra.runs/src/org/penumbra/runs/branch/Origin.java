// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import org.penumbra.io.InputException;
import org.penumbra.runs.checkpoints.Checkpoint;
import org.penumbra.runs.folder.RunFolder;

import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The checkpoint that a branch begins with. */
final class Origin {
    private Origin() {}

    /**
     * A verified checkpoint of a run.
     *
     * @param step which; empty for the newest good one
     * @throws InputException when there is none, listing what there is
     */
    static Checkpoint of(RunFolder run, OptionalLong step) {
        if (run.checkpoints().steps().isEmpty()) {
            throw new InputException(
                    "%s has no checkpoint yet to branch from: run it first"
                            .formatted(run.description().name()));
        }
        return step.isPresent() ? at(run, step.getAsLong()) : newest(run);
    }

    private static Checkpoint newest(RunFolder run) {
        return run.checkpoints()
                .latest()
                .orElseThrow(() -> new InputException(run.checkpoints().damage().getFirst()));
    }

    private static Checkpoint at(RunFolder run, long step) {
        var checkpoints = run.checkpoints();
        if (!checkpoints.steps().contains(step)) {
            throw new InputException(
                    ("%s has no checkpoint of step %d, only of %s: name one of these; a run keeps"
                                    + " its last good checkpoints, as many as its setting"
                                    + " resources/keepCheckpoints says")
                            .formatted(run.description().name(), step, list(run)));
        }
        return checkpoints
                .at(step)
                .orElseThrow(
                        () ->
                                new InputException(
                                        ("The checkpoint of step %d of %s is damaged: name another"
                                                        + " of %s")
                                                .formatted(
                                                        step,
                                                        run.description().name(),
                                                        list(run))));
    }

    private static String list(RunFolder run) {
        return run.checkpoints().steps().reversed().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
