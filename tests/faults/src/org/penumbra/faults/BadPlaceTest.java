// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.product.Penumbra;
import org.penumbra.product.Study;
import org.penumbra.runs.folder.RunFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs folders that cannot be used, or not wholly: one sentence each, and nothing is broken. */
class BadPlaceTest {
    private static final String VARIANT = "MedNeRF";
    private static final Object[] ONE_RUN = Reference.with("--only", VARIANT + "/*");

    @TempDir Path folder;
    private Study study;

    @BeforeEach
    void study() {
        study = Study.in(folder);
    }

    private SmallDisk disk() throws IOException {
        return SmallDisk.mount(Files.createDirectory(study.runs()), 1);
    }

    @Test
    void aFolderWithoutWritePermissionIsNamed() throws IOException {
        try (var disk = disk()) {
            disk.protect();
            var ended = study.run(ONE_RUN).expect(2);
            assertOneSentence(ended, study.runs() + " cannot be written");
        }
    }

    @Test
    void aFullDiskIsNamedAndNothingHalfMadeIsLeft() throws IOException {
        try (var disk = disk()) {
            disk.fill();
            var ended = study.run(ONE_RUN);
            assertTrue(ended.code() > 0);
            assertOneSentence(ended, "make room");
            try (var files = Files.list(disk.path())) {
                assertEquals(List.of(), files.filter(Files::isDirectory).toList());
            }
        }
    }

    @Test
    void foreignFilesAreLeftAlone() throws IOException {
        var foreign = Files.createDirectories(study.runs().resolve("photographs"));
        Files.writeString(foreign.resolve("readme.txt"), "mine");
        Files.writeString(study.runs().resolve("run.json"), "mine too");
        finished();
        var ended = study.run(ONE_RUN).expect(0);
        assertTrue(ended.err().contains("finished before"), ended.err());
        assertEquals("mine", Files.readString(foreign.resolve("readme.txt")));
        assertEquals("mine too", Files.readString(study.runs().resolve("run.json")));
    }

    @Test
    void aRunOfANewerVersionIsNamedAndTheOthersAreShown() throws IOException {
        var newer = Files.createDirectories(study.runs().resolve("newer"));
        Files.writeString(newer.resolve("run.json"), "{\"formatVersion\": 99}");
        finished();
        var ended = study.penumbra().run("runs", "--runs", study.runs()).expect(0);
        assertTrue(ended.out().contains(VARIANT), ended.out());
        assertTrue(ended.err().contains("newer/run.json has formatVersion 99"), ended.err());
        assertTrue(ended.err().contains("newer Penumbra"), ended.err());
        assertEquals("{\"formatVersion\": 99}", Files.readString(newer.resolve("run.json")));
    }

    @Test
    void aDamagedStatusStopsNothing() throws IOException {
        var run = finished();
        Files.writeString(run.path().resolve("status.json"), "{\"formatVer");
        var shown = study.penumbra().run("runs", "--runs", study.runs()).expect(0);
        assertTrue(shown.out().contains("lost"), shown.out());
        study.run(ONE_RUN).expect(0);
        Reference.outcome(VARIANT).assertSame(Outcome.of(RunFolder.open(run.path())));
    }

    /** A copy of a finished run in the runs folder. */
    private RunFolder finished() throws IOException {
        var run = Reference.run(VARIANT).path();
        var copy = study.runs().resolve(run.getFileName());
        Files.createDirectories(study.runs());
        try (var tree = Files.walk(run)) {
            for (var file : tree.toList()) {
                Files.copy(file, copy.resolve(run.relativize(file).toString()));
            }
        }
        return RunFolder.open(copy);
    }

    private static void assertOneSentence(Penumbra.Ended ended, String part) {
        var sentences = ended.err().lines().filter(line -> line.startsWith("penumbra: ")).toList();
        assertEquals(1, sentences.size(), ended.err());
        assertTrue(sentences.getFirst().contains(part), ended.err());
        assertFalse(ended.err().contains("Exception"), ended.err());
    }
}
