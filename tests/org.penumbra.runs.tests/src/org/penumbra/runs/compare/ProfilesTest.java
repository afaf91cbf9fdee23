// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.results.Results;
import org.penumbra.runs.specimens.Specimens;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Figures that were computed in different ways are not held against each other. */
class ProfilesTest {
    @TempDir Path folder;
    private final List<RunFolder> runs = new ArrayList<>();

    private void run(String variant, String profile, double psnr) {
        var description = Specimens.description(variant, 1);
        var run = Specimens.finished(folder, description, Map.of());
        run.results(new Results(profile, 10, Map.of("psnr", psnr), List.of(), Map.of()));
        runs.add(run);
    }

    @Test
    void anotherProfileIsNamedAndNotSubtracted() {
        run("MedNeRF", "mednerf", 25);
        run("UMedNeRF", "mednerf", 26);
        run("own", "external", 40);
        var comparison = Comparison.of(runs, "MedNeRF");
        assertEquals(1, comparison.differences().size());
        assertEquals("UMedNeRF", comparison.differences().getFirst().variant());
        assertTrue(comparison.summary().text().contains("own (profile=external)"));
        assertEquals(1, comparison.notes().size());
        assertTrue(comparison.notes().getFirst().contains("mednerf, external"));
        assertEquals(1, comparison.toJson().getAsJsonArray("notes").size());
    }

    @Test
    void oneProfileNeedsNoWord() {
        run("own", "external", 40);
        run("other", "external", 41);
        var comparison = Comparison.of(runs, "own");
        assertEquals(1, comparison.differences().size());
        assertEquals(List.of(), comparison.notes());
        assertTrue(!comparison.summary().text().contains("profile"));
    }
}
