// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.runs.ownership.Claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class RemovalTest {
    @TempDir Path runs;
    private RunFolder first;

    @BeforeEach
    void fill() {
        first = Samples.planned(runs, "MedNeRF", 1);
        Samples.planned(runs, "MedNeRF", 2);
    }

    private int left() {
        return RunsFolder.read(runs).runs().size();
    }

    @Test
    void aRunIsRemovedAndPutBack() {
        var use = Use.of("rm", "MedNeRF/seed=1", "--runs", runs).done();
        assertTrue(use.err().contains("penumbra rm --restore MedNeRF-s1-"), use.err());
        assertFalse(Use.of("runs", "--runs", runs).done().out().contains("seed=1"));
        Use.of("rm", "--restore", "MedNeRF/seed=1", "--runs", runs).done();
        assertEquals(2, left());
        Use.of("rm", "--restore", "MedNeRF/seed=1", "--runs", runs).refused("there are none");
    }

    @Test
    void aDryRunChangesNothing() {
        var text = Use.of("rm", "MedNeRF/*", "--dry-run", "--runs", runs).done().out();
        assertEquals(2, text.lines().filter(line -> line.startsWith("would remove ")).count());
        assertEquals(2, left());
        Use.of("rm", "MedNeRF/*", "--runs", runs).done();
        Use.of("rm", "--restore", "MedNeRF/seed=1", "--dry-run", "--runs", runs).done();
        Use.of("rm", "--empty-trash", "--dry-run", "--runs", runs).done();
        assertEquals(0, left());
        Use.of("rm", "--restore", "MedNeRF/seed=2", "--runs", runs).done();
        assertEquals(1, left());
    }

    @Test
    void purgingAndEmptyingAreForGood() throws Exception {
        Use.of("rm", "MedNeRF/seed=1", "--purge", "--runs", runs).done();
        Use.of("rm", "MedNeRF/seed=2", "--runs", runs).done();
        assertEquals("", Use.of("rm", "--empty-trash", "--older-than", 1, "--runs", runs).out());
        assertTrue(
                Use.of("rm", "--empty-trash", "--runs", runs)
                        .done()
                        .out()
                        .startsWith("deleted MedNeRF-s2-"));
        try (var left = Files.list(runs.resolve(".trash"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void oneRunAtWorkKeepsAll() throws Exception {
        try (var claim = Claim.take(first, Duration.ZERO)) {
            Use.of("rm", "MedNeRF/*", "--runs", runs).refused("at work", "penumbra cancel");
            Use.of("rm", "MedNeRF/*", "--purge", "--runs", runs).refused("at work");
        }
        assertEquals(2, left());
    }

    @Test
    void aDamagedRunIsRemovedByItsFolder() throws Exception {
        Files.writeString(first.path().resolve("run.json"), "{");
        Use.of("rm", first.path()).done();
        Use.of("rm", "--restore", "MedNeRF-s1", "--runs", runs).done();
        Use.of("rm", "MedNeRF-s1", "--purge", "--runs", runs).done();
        assertFalse(Files.exists(first.path()));
    }

    @Test
    void theParentOfABranchIsRemovedWithAWarning() {
        var parent = BranchedRuns.parent(runs, 20);
        Use.of("branch", parent.path(), "--name", "child").done();
        var use = Use.of("rm", parent.path()).done();
        assertTrue(use.err().contains("warning: child was branched from"), use.err());
        assertTrue(Use.of("show", "child", "--runs", runs).out().contains("(removed)"));
    }

    @Test
    void contradictionsAreOneSentence() {
        Use.of("rm", "--runs", runs).refused("Name a run");
        Use.of("rm", "MedNeRF/seed=1", "--empty-trash", "--runs", runs).refused("not several");
        Use.of("rm", "MedNeRF/seed=1", "--older-than", 3, "--runs", runs).refused("--empty-trash");
        Use.of("rm", "--purge", "--empty-trash", "--runs", runs).refused("--purge");
        Use.of("rm", "absent", "--runs", runs).refused("absent");
        assertEquals(2, left());
    }
}
