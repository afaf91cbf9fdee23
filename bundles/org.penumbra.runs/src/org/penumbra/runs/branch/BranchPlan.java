// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.penumbra.io.InputException;
import org.penumbra.model.paths.FeaturePath;
import org.penumbra.runs.checkpoints.Checkpoint;
import org.penumbra.runs.folder.Ancestor;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.runs.plan.PlannedRun;
import org.penumbra.runs.spec.RunSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * From what is wanted to what the branch is: its spec, identity, name and folder.
 *
 * @param parent the run to branch from
 * @param request what is wanted
 * @param changes what differs
 * @param checkpoint what it begins with
 * @param ancestor the parent, as the child's lineage names it
 */
record BranchPlan(
        RunFolder parent,
        BranchRequest request,
        Changes changes,
        Checkpoint checkpoint,
        Ancestor ancestor) {

    Branch branch() {
        var beside = RunsFolder.read(parent.path().toAbsolutePath().getParent());
        var spec = spec();
        var id = new RunSpec(spec).id();
        refuseSecond(beside, id);
        var description = description(spec, id, new BranchName(this, beside).of(id));
        var planned =
                new PlannedRun(
                        description.name(),
                        description.variant(),
                        description.levels(),
                        description.seed(),
                        description);
        return new Branch(
                beside.path().resolve(planned.folderName()), description, notes(), checkpoint);
    }

    private static void refuseSecond(RunsFolder beside, String id) {
        beside.withId(id).stream()
                .findFirst()
                .ifPresent(
                        run -> {
                            throw new InputException(
                                    ("This branch is there already as %s in %s: go on with that"
                                                    + " run, or give another --seed")
                                            .formatted(run.description().name(), run.path()));
                        });
    }

    long seed() {
        return request.seed().orElse(parent.description().seed());
    }

    private JsonObject spec() {
        var spec = parent.description().spec().deepCopy();
        spec.add("settings", changes.after().settings());
        spec.add("seed", new JsonPrimitive(seed()));
        spec.add(RunDescription.BRANCHED_FROM, ancestor.identity());
        return spec;
    }

    private RunDescription description(JsonObject spec, String id, String name) {
        var old = parent.description();
        return new RunDescription(
                id,
                name,
                old.experiment(),
                old.variant(),
                levels(),
                spec,
                old.dataPath(),
                changes.after().evaluation(),
                changes.after().resources(old),
                Stream.concat(Stream.of(ancestor), old.lineage().stream()).toList());
    }

    /** The parent's levels, and over them what the branch changed. */
    private Map<String, String> levels() {
        var levels = new LinkedHashMap<>(parent.description().levels());
        levels.keySet().removeIf(this::isChanged);
        levels.putAll(changes.ofMethod());
        return levels;
    }

    private boolean isChanged(String level) {
        try {
            return FeaturePath.parse(level).resolve(changes.after().experiment()).stream()
                    .anyMatch(setting -> changes.ofMethod().containsKey(setting.path()));
        } catch (InputException e) {
            // A level of the data, which a run's settings do not have.
            return false;
        }
    }

    private List<String> notes() {
        var notes = new ArrayList<>(changes.warnings());
        if (changes.ofMethod().isEmpty() && seed() == parent.description().seed()) {
            notes.add(
                    "No setting of the method changes: on the same device the branch computes what"
                            + " its parent computes");
        }
        return List.copyOf(notes);
    }
}
