// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.Ancestor;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunsFolder;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The runs that a run was branched from, found again among the runs beside it.
 *
 * @param links the parent first; empty for a run that begins at its beginning
 */
public record Lineage(List<Link> links) {
    /**
     * One generation.
     *
     * @param ancestor what is on record of it
     * @param run its folder; empty when it was removed
     */
    public record Link(Ancestor ancestor, Optional<RunFolder> run) {
        /** Such as {@code MedNeRF/seed=1 at step 200}, with a word when it was removed. */
        public String text() {
            var text = "%s at step %d".formatted(ancestor.name(), ancestor.step());
            return run.isPresent() ? text : text + " (removed)";
        }

        JsonObject toJson() {
            var json = ancestor.toJson();
            json.addProperty("removed", run.isEmpty());
            run.ifPresent(
                    found ->
                            json.addProperty(
                                    "folder",
                                    found.path().toAbsolutePath().normalize().toString()));
            return json;
        }
    }

    /** The lineage of a run. */
    public static Lineage of(RunFolder run) {
        return new Lineage(
                run.description().lineage().stream()
                        .map(ancestor -> new Link(ancestor, find(run, ancestor)))
                        .toList());
    }

    /**
     * The runs that would miss an ancestor if others were removed.
     *
     * @param all the runs of a folder
     * @param removed which of them would go
     * @return of those that would stay
     */
    public static List<RunFolder> bereaved(RunsFolder all, Predicate<RunFolder> removed) {
        var staying = all.runs().stream().filter(removed.negate()).toList();
        var lost = ids(all.runs().stream().filter(removed).toList());
        lost.removeAll(ids(staying));
        return staying.stream()
                .filter(
                        run ->
                                run.description().lineage().stream()
                                        .anyMatch(ancestor -> lost.contains(ancestor.run())))
                .toList();
    }

    private static Set<String> ids(List<RunFolder> runs) {
        var ids = new HashSet<String>();
        runs.forEach(run -> ids.add(run.description().id()));
        return ids;
    }

    private static Optional<RunFolder> find(RunFolder run, Ancestor ancestor) {
        var beside = run.path().toAbsolutePath().getParent();
        return recorded(beside, ancestor)
                .or(() -> RunsFolder.read(beside).withId(ancestor.run()).stream().findFirst());
    }

    /** The folder that it had; most runs keep theirs. */
    private static Optional<RunFolder> recorded(Path beside, Ancestor ancestor) {
        if (!ancestor.folder().matches("[A-Za-z0-9_=+-][A-Za-z0-9._=+-]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(RunFolder.open(beside.resolve(ancestor.folder())))
                    .filter(found -> found.description().id().equals(ancestor.run()));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** Every generation with its place, or that it was removed. */
    public JsonArray toJson() {
        var array = new JsonArray();
        links.forEach(link -> array.add(link.toJson()));
        return array;
    }
}
