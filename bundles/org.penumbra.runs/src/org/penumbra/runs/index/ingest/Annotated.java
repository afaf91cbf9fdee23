// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.ingest;

import org.penumbra.runs.json.Fields;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What people wrote to a run: {@code annotations.json}.
 *
 * @param tags short words
 * @param note a text, or empty
 */
record Annotated(List<String> tags, String note) {
    static final String FILE = "annotations.json";

    static final Annotated NOTHING = new Annotated(List.of(), "");

    /**
     * Reads the file if there is one.
     *
     * @throws org.penumbra.io.InputException when it is damaged
     */
    static Annotated of(Path run) {
        var file = run.resolve(FILE);
        if (!Files.exists(file)) {
            return NOTHING;
        }
        var json = Fields.read(file);
        return new Annotated(
                json.has("tags") ? json.texts("tags") : List.of(),
                json.optionalText("note").orElse(""));
    }
}
