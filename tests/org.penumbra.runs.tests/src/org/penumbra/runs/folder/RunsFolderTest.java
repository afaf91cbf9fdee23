// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.runs.specimens.Specimens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class RunsFolderTest {
    @TempDir Path folder;

    @Test
    void foreignFilesArePassedOverAndDamagedRunsNamed() throws IOException {
        RunFolder.create(folder.resolve("a"), Specimens.description("MedNeRF", 1));
        Files.createDirectory(folder.resolve("holiday"));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.createDirectory(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/run.json"), "{");
        var runs = RunsFolder.read(folder);
        assertEquals(1, runs.runs().size());
        assertEquals(1, runs.problems().size());
        assertTrue(runs.problems().getFirst().contains("broken"));
    }

    @Test
    void aRunIsFoundByNameFolderOrBeginningOfItsId() {
        var made = RunFolder.create(folder.resolve("a"), Specimens.description("MedNeRF", 1));
        RunFolder.create(folder.resolve("b"), Specimens.description("UMedNeRF", 1));
        var runs = RunsFolder.read(folder);
        for (var word :
                new String[] {"MedNeRF/seed=1", "a", made.description().id().substring(0, 8)}) {
            assertEquals(made.path(), runs.find(word).path());
        }
        assertThrows(InputException.class, () -> runs.find("nobody"));
        assertEquals(1, runs.withId(made.description().id()).size());
    }

    @Test
    void aMissingFolderIsNamed() {
        var missing = folder.resolve("missing");
        var message =
                assertThrows(InputException.class, () -> RunsFolder.read(missing)).getMessage();
        assertTrue(message.contains(missing.toString()), message);
    }
}
