// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.runs.annotations.Annotations;
import org.penumbra.runs.folder.RunFolder;

import java.util.List;
import java.util.stream.Stream;

/**
 * A run's tags and note, or what is wrong with their file.
 *
 * @param tags all tags
 * @param note the note, or empty
 * @param damage a sentence, or empty
 */
record Remarks(List<String> tags, String note, String damage) {
    private static final String INDENT = "\n            ";

    static Remarks of(RunFolder run) {
        try {
            var annotations = Annotations.of(run);
            return new Remarks(List.copyOf(annotations.tags()), annotations.note(), "");
        } catch (InputException e) {
            return new Remarks(List.of(), "", e.getMessage());
        }
    }

    List<String> lines() {
        return Stream.of(
                        line("Tags        ", String.join(", ", tags)),
                        line("Note        ", String.join(INDENT, note.lines().toList())),
                        line("Damage      ", damage))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> line(String label, String text) {
        return text.isEmpty() ? List.of() : List.of(label + text);
    }

    void addTo(JsonObject json) {
        var array = new JsonArray();
        tags.forEach(array::add);
        json.add("tags", array);
        json.addProperty("note", note);
    }
}
