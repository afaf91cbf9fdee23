// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import org.penumbra.model.paths.Assignment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody wants of a branch.
 *
 * @param changes settings of the parent's experiment and their values; none for a mere fork
 * @param step the step of the parent's checkpoint to go on from; empty: the newest good one
 * @param name the run's name; empty: made from what the branch is
 * @param seed the seed of the steps to come; empty: the parent's
 */
public record BranchRequest(
        List<Assignment> changes, OptionalLong step, Optional<String> name, OptionalLong seed) {

    /** Copies the list. */
    public BranchRequest {
        changes = List.copyOf(changes);
    }

    /** A branch from the newest checkpoint that changes these settings. */
    public static BranchRequest changing(String... assignments) {
        return new BranchRequest(
                List.of(assignments).stream().map(Assignment::parse).toList(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    /** The same from the checkpoint of a step. */
    public BranchRequest from(long other) {
        return new BranchRequest(changes, OptionalLong.of(other), name, seed);
    }

    /** The same under a name. */
    public BranchRequest named(String other) {
        return new BranchRequest(changes, step, Optional.of(other), seed);
    }

    /** The same with another seed. */
    public BranchRequest seeded(long other) {
        return new BranchRequest(changes, step, name, OptionalLong.of(other));
    }
}
