// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.io.tensors.FloatTensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

class StateFolderTest {
    @TempDir Path temporary;

    @Test
    void groupsComeBackAsTheyWere() {
        var tensor = new FloatTensor(new int[] {2}, new float[] {1, -0.5f});
        var scalar = new FloatTensor(new int[] {}, new float[] {3});
        var groups = Map.of("a", Map.of("x.y", tensor), "a.b", Map.of("z", scalar));
        var folder = new StateFolder(temporary);
        folder.write("all", StateFolder.together(groups));
        var all = folder.read("all");
        assertArrayEquals(tensor.data(), StateFolder.group("a", all).get("x.y").data());
        assertEquals(Set.of("z"), StateFolder.group("a.b", all).keySet());
        assertEquals(0, StateFolder.group("a.b", all).get("z").shape().length);
    }

    /** The order of a {@code Map.of} is another one in every process. */
    @Test
    void equalStatesAreEqualFilesWhateverTheOrderOfTheirGroups() {
        var tensor = new FloatTensor(new int[] {1}, new float[] {1});
        var groups = Map.of("c", Map.of("x", tensor, "w", tensor), "a", Map.of("y", tensor));
        var names = List.copyOf(StateFolder.together(groups).keySet());
        assertEquals(List.of("a.y", "c.w", "c.x"), names);
    }

    @Test
    void aNewerStateIsRefused() throws IOException {
        var folder = new StateFolder(temporary);
        folder.facts(new JsonObject());
        assertEquals(1, folder.facts().integer("formatVersion", 1));
        Files.writeString(temporary.resolve("state.json"), "{\"formatVersion\": 2}");
        assertThrows(InputException.class, folder::facts);
    }
}
