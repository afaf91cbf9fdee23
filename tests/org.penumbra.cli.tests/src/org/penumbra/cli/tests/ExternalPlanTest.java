// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Planning programs of the user's own; the product's tests run one. */
class ExternalPlanTest {
    @TempDir Path folder;

    private Path example(String text, String other) throws IOException {
        var code = Files.createDirectories(folder.resolve("external"));
        Files.copy(Samples.external().resolveSibling("external/fit.py"), code.resolve("fit.py"));
        return Samples.changed(Samples.external(), folder, text, other);
    }

    @Test
    void stepsComeFromTheParameterThatIsNamed() {
        var json =
                Use.of(
                                "plan",
                                Samples.external(),
                                "--json",
                                "--set",
                                "variants/SIRT/parameters/steps/value=11",
                                "--runs",
                                folder.resolve("runs"))
                        .done()
                        .json();
        assertEquals(4, json.getAsJsonArray("runs").size());
        assertEquals(44, json.get("steps_left").getAsInt());
        var names = json.getAsJsonArray("runs").toString();
        assertTrue(names.contains("SIRT/angles=8/seed=2"), names);
    }

    @Test
    void aMissingProgramIsSaidBeforeAnythingStarts() throws IOException {
        var file = example("<command>python3<", "<command>no-such-python<");
        var plan = Use.of("plan", file).done();
        assertTrue(plan.err().contains("no program no-such-python"), plan.err());
        Use.of("run", file, "--runs", folder.resolve("runs"))
                .refused("SIRT cannot be started", "no-such-python");
    }

    @Test
    void theFolderOfTheCodeMayBeNamed() throws IOException {
        var file = example("workingFolder=\"external\"", "workingFolder=\"\\${code}/external\"");
        Use.of("plan", file, "--code", folder).done();
        Use.of("plan", file, "--code", folder.resolve("none")).refused("workingFolder");
    }

    @Test
    void unknownPlaceholdersAreRefused() throws IOException {
        var file = example("value=\"\\${seed}\"".replace("\\", ""), "value=\"\\${sed}\"");
        Use.of("plan", file).refused("${sed}", "${seed}");
    }

    @Test
    void dataReplaceNothingWhereThereIsNoDataset() {
        Use.of("plan", Samples.external(), "--data", folder).refused("no dataset");
    }
}
