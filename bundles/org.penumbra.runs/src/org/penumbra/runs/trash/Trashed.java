// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.trash;

import com.google.gson.JsonObject;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A run in the trash.
 *
 * @param path its folder in the trash
 * @param folder how its folder was called among the runs
 * @param run the run's name; empty when its description could not be read
 * @param removed when it was removed, to the second
 */
public record Trashed(Path path, String folder, String run, Instant removed) {

    /** The name under which it can be had back. */
    public String name() {
        return path.getFileName().toString();
    }

    /** Whether a word means it. */
    boolean isCalled(String word) {
        return name().equals(word) || folder.equals(word) || (!run.isEmpty() && run.equals(word));
    }

    /** The same, for other programs. */
    public JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("formatVersion", 1);
        json.addProperty("folder", folder);
        json.addProperty("run", run);
        json.addProperty("removed", removed.toString());
        return json;
    }
}
