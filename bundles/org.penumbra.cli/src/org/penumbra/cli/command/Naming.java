// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.command;

import com.google.gson.JsonObject;

import org.penumbra.runs.folder.RunFolder;

/** What tells other programs which run is meant. */
final class Naming {
    private Naming() {}

    /** {@code {"id", "name", "folder"}}. */
    static JsonObject json(RunFolder run) {
        var json = new JsonObject();
        json.addProperty("id", run.description().id());
        json.addProperty("name", run.description().name());
        json.addProperty("folder", run.path().toAbsolutePath().normalize().toString());
        return json;
    }
}
