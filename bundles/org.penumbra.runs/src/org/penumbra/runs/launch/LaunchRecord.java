// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import com.google.gson.JsonObject;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.Fields;
import org.penumbra.runs.json.JsonFile;

import java.nio.file.Files;
import java.util.Optional;

/**
 * {@code launch.json} of a run: which launcher put it to work last, and as what.
 *
 * @param launcher the launcher's name, such as {@code local} or {@code slurm}
 * @param job what the launcher needs to find its job again
 */
public record LaunchRecord(String launcher, Fields job) {
    private static final String NAME = "launch.json";

    /** Keeps it in the run folder. */
    public static void write(RunFolder run, String launcher, JsonObject job) {
        var json = new JsonObject();
        json.addProperty("formatVersion", 1);
        json.addProperty("launcher", launcher);
        json.add("job", job);
        JsonFile.write(run.path().resolve(NAME), json);
    }

    /** What the run folder holds. */
    public static Optional<LaunchRecord> read(RunFolder run) {
        var file = run.path().resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var json = Fields.read(file).format("formatVersion", 1);
        return Optional.of(new LaunchRecord(json.text("launcher"), json.fields("job")));
    }
}
