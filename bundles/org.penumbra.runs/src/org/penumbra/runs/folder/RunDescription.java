// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.Seal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run is: {@code run.json}.
 *
 * @param id SHA-256 of the canonical JSON of {@code spec}, in hexadecimal
 * @param name {@code variant/factor=level,.../seed=N}
 * @param experiment the experiment's name
 * @param variant the variant's name
 * @param levels what the ablation set, by feature path; empty without an ablation
 * @param spec all that decides the outcome: method, settings, data by content, seed
 * @param dataPath where the data lies on this machine; empty for phantoms
 * @param evaluation the metric profile and how often it is applied
 * @param resources device, threads, checkpoints, renders
 * @param lineage the runs that it was branched from, its parent first; empty for most runs
 */
public record RunDescription(
        String id,
        String name,
        String experiment,
        String variant,
        Map<String, String> levels,
        JsonObject spec,
        Optional<Path> dataPath,
        JsonObject evaluation,
        JsonObject resources,
        List<Ancestor> lineage) {

    static final int FORMAT_VERSION = 1;

    /** The part of a branched run's spec that says from where. */
    public static final String BRANCHED_FROM = "branchedFrom";

    /** Copies the lineage. */
    public RunDescription {
        lineage = List.copyOf(lineage);
    }

    /** A run that begins at its beginning. */
    public RunDescription(
            String id,
            String name,
            String experiment,
            String variant,
            Map<String, String> levels,
            JsonObject spec,
            Optional<Path> dataPath,
            JsonObject evaluation,
            JsonObject resources) {
        this(
                id,
                name,
                experiment,
                variant,
                levels,
                spec,
                dataPath,
                evaluation,
                resources,
                List.of());
    }

    /** The seed of the run's random numbers. */
    public long seed() {
        return new Fields(spec, "run " + name).whole("seed");
    }

    JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("formatVersion", FORMAT_VERSION);
        json.addProperty("id", id);
        json.addProperty("name", name);
        json.addProperty("experiment", experiment);
        json.addProperty("variant", variant);
        var set = new JsonObject();
        levels.forEach(set::addProperty);
        json.add("levels", set);
        json.add("spec", spec);
        dataPath.ifPresent(path -> json.addProperty("dataPath", path.toString()));
        json.add("evaluation", evaluation);
        json.add("resources", resources);
        if (!lineage.isEmpty()) {
            var ancestors = new JsonArray();
            lineage.forEach(ancestor -> ancestors.add(ancestor.toJson()));
            json.add("lineage", ancestors);
        }
        return json;
    }

    static RunDescription of(Fields json) {
        json.format("formatVersion", FORMAT_VERSION);
        var spec = json.inner("spec");
        var id = identity(json, spec);
        Seal.check(json);
        return new RunDescription(
                id,
                json.text("name"),
                json.text("experiment"),
                json.text("variant"),
                json.fields("levels").texts(),
                spec,
                json.optionalText("dataPath").map(Path::of),
                json.inner("evaluation"),
                json.inner("resources"),
                lineage(json, spec));
    }

    /** What people read of the lineage has to be what the identity was made of. */
    private static List<Ancestor> lineage(Fields json, JsonObject spec) {
        var written = json.has("lineage") ? json.list("lineage") : List.<JsonElement>of();
        var lineage =
                written.stream()
                        .map(one -> Ancestor.of(Fields.of(one, json.where() + ", field lineage")))
                        .toList();
        var parent = lineage.isEmpty() ? null : lineage.getFirst().identity();
        if (!Objects.equals(parent, spec.get(BRANCHED_FROM))) {
            throw new InputException(
                    json.where()
                            + " is damaged: its lineage does not begin with the run that its spec"
                            + " was branched from");
        }
        return lineage;
    }

    private static String identity(Fields json, JsonObject spec) {
        var id = json.text("id");
        if (!id.equals(CanonicalJson.sha256(spec))) {
            throw new InputException(
                    json.where()
                            + " was changed after it was made: its id is not the hash of its spec;"
                            + " plan the run again instead of editing it");
        }
        return id;
    }
}
