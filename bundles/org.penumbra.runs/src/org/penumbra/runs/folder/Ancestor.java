// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import com.google.gson.JsonObject;

import org.penumbra.runs.json.Fields;

/**
 * A run from whose checkpoint another run goes on.
 *
 * @param run its identity
 * @param name its name when it was branched from
 * @param folder the name of its folder then
 * @param step the last step that the checkpoint contains
 * @param checkpoint SHA-256 of the checkpoint's manifest, in hexadecimal
 */
public record Ancestor(String run, String name, String folder, long step, String checkpoint) {
    private static final int SHORT = 8;

    /** The beginning of its identity, as people see it. */
    public String shortId() {
        return run.substring(0, Math.min(SHORT, run.length()));
    }

    /** What of it enters the identity of the run that was branched from it. */
    public JsonObject identity() {
        var json = new JsonObject();
        json.addProperty("run", run);
        json.addProperty("step", step);
        json.addProperty("checkpoint", checkpoint);
        return json;
    }

    /** The whole of it. */
    public JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("run", run);
        json.addProperty("name", name);
        json.addProperty("folder", folder);
        json.addProperty("step", step);
        json.addProperty("checkpoint", checkpoint);
        return json;
    }

    static Ancestor of(Fields json) {
        return new Ancestor(
                json.text("run"),
                json.text("name"),
                json.text("folder"),
                json.whole("step"),
                json.text("checkpoint"));
    }
}
