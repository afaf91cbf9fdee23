// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.product.Study;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunsFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The disk is full in the middle of a run: it says so, loses nothing and goes on later. */
class FullDiskTest {
    private static final String VARIANT = "MedNeRF";

    @TempDir Path folder;

    @Test
    void theRunFailsInWordsAndGoesOnWhenThereIsRoom() throws Exception {
        var expected = Reference.outcome(VARIANT);
        try (var disk = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")), 16)) {
            var study = new Study(Study.in(folder).penumbra(), disk.path().resolve("runs"));
            var arguments = study.arguments(Reference.with("--only", VARIANT + "/*"));
            var out = folder.resolve("out.txt");
            var command = study.penumbra().start(out, folder.resolve("err.txt"), arguments);
            assertTrue(Waiting.until(() -> !checkpoints(study).isEmpty(), command));
            disk.fill();
            assertEquals(1, Waiting.end(command), () -> "status: " + run(study).status());
            assertFailedInWords(run(study));
            disk.fill();
            assertTrue(study.penumbra().run(arguments).expect(1).err().contains("make room"));
            assertFailedInWords(run(study));
            disk.empty();
            study.penumbra().run(arguments).expect(0);
            expected.assertSame(Outcome.of(run(study)));
            assertEquals(2, run(study).attempts().size());
        }
    }

    private static RunFolder run(Study study) {
        return RunsFolder.read(study.runs()).runs().getFirst();
    }

    /** The steps that have a checkpoint; none before the run is there. */
    private static List<Long> checkpoints(Study study) {
        if (!Files.isDirectory(study.runs())) {
            return List.of();
        }
        return RunsFolder.read(study.runs()).runs().stream()
                .flatMap(run -> run.checkpoints().steps().stream())
                .toList();
    }

    private static void assertFailedInWords(RunFolder run) throws IOException {
        var status = run.status();
        assertEquals(RunState.FAILED, status.state(), status::toString);
        assertTrue(status.message().contains("The disk is full: make room"), status::message);
        assertTrue(status.step() >= 5 && status.step() < status.steps(), status::toString);
        assertEquals(List.of(), run.checkpoints().damage());
        assertTrue(run.checkpoints().latest().isPresent());
        assertTrue(remains(run).isEmpty(), () -> "left behind: " + remains(run));
        var attempt = run.attempts().getFirst();
        assertFalse(Files.exists(attempt.path().resolve("reserve")));
        assertTrue(Files.readString(attempt.log()).contains("The disk is full"));
    }

    private static List<Path> remains(RunFolder run) {
        try (var tree = Files.walk(run.path())) {
            return tree.filter(file -> file.toString().endsWith(".tmp")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
