// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import org.penumbra.io.InputException;
import org.penumbra.model.GrafVariant;
import org.penumbra.runs.checkpoints.Checkpoint;
import org.penumbra.runs.checkpoints.Checkpoints;
import org.penumbra.runs.folder.Ancestor;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A run that goes on from a checkpoint of another one, its parent. It lies beside its parent, and
 * where it comes from is part of its identity: it is not the run that its settings alone would
 * make.
 *
 * @param folder where it will be
 * @param description what it is
 * @param notes sentences about what is allowed and perhaps not meant
 * @param checkpoint the parent's checkpoint, verified
 */
public record Branch(
        Path folder, RunDescription description, List<String> notes, Checkpoint checkpoint) {

    /**
     * Plans a branch; nothing is written.
     *
     * @param parent a run with a checkpoint
     * @param request what is wanted of it
     * @throws InputException when there is no such checkpoint, a change is refused, nothing would
     *     be left to compute, or the branch is there already
     */
    public static Branch of(RunFolder parent, BranchRequest request) {
        var where = parent.path().resolve("run.json").toString();
        var changes = Changes.of(parent.description(), request.changes(), where);
        var checkpoint = Origin.of(parent, request.step());
        permit(parent, changes, checkpoint.step());
        var ancestor =
                new Ancestor(
                        parent.description().id(),
                        parent.description().name(),
                        parent.path().getFileName().toString(),
                        checkpoint.step(),
                        checkpoint.identity());
        return new BranchPlan(parent, request, changes, checkpoint, ancestor).branch();
    }

    private static void permit(RunFolder parent, Changes changes, long step) {
        if (changes.before().variant() instanceof GrafVariant before
                && changes.after().variant() instanceof GrafVariant after) {
            var permission = new Permission(before, after, step);
            changes.ofMethod().keySet().forEach(p -> permission.ask(changes.within(p), p));
            requireWork(parent, permission, step);
        } else if (!changes.ofMethod().isEmpty()) {
            throw new InputException(
                    ("%s cannot change in a branch: what of a %s may change while it is trained is"
                                    + " not known here; plan a new run instead")
                            .formatted(
                                    changes.ofMethod().keySet().iterator().next(),
                                    changes.after().variant().eClass().getName()));
        }
    }

    private static void requireWork(RunFolder parent, Permission permission, long step) {
        var name = parent.description().name();
        if (!permission.leavesWork()) {
            throw new InputException(
                    ("Nothing is left to compute after step %d of %s: name an earlier step by"
                                    + " --from-step (there are %s), or raise fineTuning/iterations")
                            .formatted(step, name, parent.checkpoints().steps().reversed()));
        }
        if (permission.stopsAgain()
                && parent.results().stream().anyMatch(results -> results.steps() == step)) {
            throw new InputException(
                    ("%s stopped at step %d because fineTuning/stopPsnr was reached: change that"
                                    + " setting too, or name an earlier step by --from-step (there"
                                    + " are %s)")
                            .formatted(name, step, parent.checkpoints().steps().reversed()));
        }
    }

    /**
     * Makes the run, in state PLANNED, with its checkpoint in it: whole or not at all.
     *
     * @throws InputException when it cannot be written, or the parent's checkpoint is gone or
     *     damaged by now
     */
    public RunFolder make() {
        return RunFolder.create(folder, description, this::copy);
    }

    private void copy(Path temporary) throws IOException {
        var checkpoints = temporary.resolve("checkpoints");
        var target = Files.createDirectories(checkpoints.resolve(checkpoint.path().getFileName()));
        try {
            checkpoint.copyInto(target);
        } catch (IOException | InputException e) {
            if (Files.exists(checkpoint.path())) {
                throw e;
            }
            throw changed("was removed", e);
        }
        var copy = new Checkpoints(checkpoints, 1).at(checkpoint.step());
        var expected = description.lineage().getFirst().checkpoint();
        if (copy.stream().noneMatch(one -> one.identity().equals(expected))) {
            throw changed("changed", null);
        }
    }

    private InputException changed(String how, Exception cause) {
        return new InputException(
                ("The checkpoint %s %s while it was copied: branch again, or from another step")
                        .formatted(checkpoint.path(), how),
                cause);
    }
}
