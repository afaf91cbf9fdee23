// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.Seal;

import java.nio.file.Path;
import java.util.Map;
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
        JsonObject resources) {

    static final int FORMAT_VERSION = 1;

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
                json.inner("resources"));
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
