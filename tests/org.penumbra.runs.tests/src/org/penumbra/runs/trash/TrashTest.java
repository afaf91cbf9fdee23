// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.trash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.runs.folder.Host;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.folder.RunsFolder;
import org.penumbra.runs.ownership.Claim;
import org.penumbra.runs.ownership.ProcessMark;
import org.penumbra.runs.specimens.Specimens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class TrashTest {
    @TempDir Path temporary;
    private Path runs;
    private RunFolder run;
    private Trash trash;

    @BeforeEach
    void make() throws IOException {
        runs = Files.createDirectory(temporary.resolve("runs"));
        run = Specimens.finished(runs, Specimens.description("MedNeRF", 1), Map.of("psnr", 1.0));
        trash = Trash.of(runs);
    }

    private static String refusal(Runnable action) {
        var error = assertThrows(InputException.class, action::run);
        assertEquals(1, error.getMessage().lines().count(), error.getMessage());
        return error.getMessage();
    }

    @Test
    void aRunGoesAndComesBackAsItWas() throws IOException {
        var content = Files.readString(run.path().resolve("results.json"));
        var gone = trash.put(run.path());
        assertTrue(RunsFolder.read(runs).runs().isEmpty());
        assertEquals(List.of(gone), trash.list());
        assertEquals("MedNeRF/seed=1", gone.run());
        assertEquals(run.path(), trash.restore(gone.name()));
        assertEquals(content, Files.readString(run.path().resolve("results.json")));
        assertTrue(trash.list().isEmpty());
        assertEquals(1, RunsFolder.read(runs).runs().size());
        try (var left = Files.list(runs.resolve(".trash"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void itIsFoundByItsOldNamesWhereTheyMeanOne() {
        var folder = run.path().getFileName().toString();
        trash.put(run.path());
        trash.restore("MedNeRF/seed=1");
        var first = trash.put(run.path());
        Specimens.finished(runs, Specimens.description("MedNeRF", 1), Map.of());
        var second = trash.put(run.path());
        assertFalse(first.name().equals(second.name()));
        var several = refusal(() -> trash.restore(folder));
        assertTrue(several.contains(first.name()) && several.contains(second.name()), several);
        assertTrue(refusal(() -> trash.restore("nothing")).startsWith("No removed runs"));
        trash.restore(second.name());
        assertTrue(refusal(() -> trash.restore(first.name())).contains("is there"));
    }

    @Test
    void theNoteSaysFromWhereAndIsNotNeeded() throws IOException {
        var gone = trash.put(run.path());
        var note = gone.path().resolveSibling(gone.name() + ".json");
        assertTrue(Files.readString(note).contains(run.path().getFileName().toString()));
        Files.writeString(note, "{\"folder\":\"../../elsewhere\"");
        assertEquals(List.of(gone), trash.list());
        Files.delete(note);
        assertEquals(run.path(), trash.restore(gone.name()));
    }

    @Test
    void aRunAtWorkStays() throws Exception {
        try (var claim = Claim.take(run, Duration.ZERO)) {
            assertTrue(refusal(() -> trash.put(run.path())).contains("penumbra cancel"));
            assertTrue(refusal(() -> trash.check(run.path())).contains(Host.name()));
        }
        trash.put(run.path());
    }

    @Test
    void aRunThatWaitsStays() {
        run.status(RunStatus.of(RunState.QUEUED, ""));
        assertTrue(refusal(() -> trash.put(run.path())).contains("is queued"));
        run.status(RunStatus.of(RunState.STARTING, ""));
        assertTrue(refusal(() -> trash.put(run.path())).contains("is starting"));
    }

    @Test
    void aRunOfAnotherMachineStaysUntilThatHasBeenSilentForLong() {
        var own = ProcessMark.own();
        var other = new ProcessMark("elsewhere", own.boot(), own.space(), 1, own.started());
        run.attempt(1, other.toJson()).orElseThrow();
        run.status(working(Instant.now()));
        assertTrue(refusal(() -> trash.put(run.path())).contains("elsewhere"));
        run.status(working(Instant.now().minus(Duration.ofHours(2))));
        trash.put(run.path());
    }

    private static RunStatus working(Instant heartbeat) {
        return new RunStatus(RunState.RUNNING, "", 1, 2, Double.NaN, "", 1, "elsewhere", heartbeat);
    }

    @Test
    void aDamagedRunCanBeRemoved() throws IOException {
        Files.writeString(run.path().resolve("run.json"), "{");
        var gone = trash.put(run.path());
        assertEquals("", gone.run());
        assertEquals(run.path(), trash.restore(run.path().getFileName().toString()));
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        var outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "");
        Files.createSymbolicLink(run.path().resolve("data"), outside);
        var link = Files.createSymbolicLink(runs.resolve("link"), run.path());
        assertTrue(refusal(() -> trash.put(link)).contains("is a link"));
        trash.put(run.path());
        trash.empty(Instant.MAX);
        assertTrue(Files.exists(outside.resolve("precious")));
        Files.delete(runs.resolve(".trash"));
        Files.createSymbolicLink(runs.resolve(".trash"), outside);
        assertTrue(refusal(() -> Trash.of(runs)).contains(".trash"));
    }

    @Test
    void aLockThatIsALinkIsNotOpened() throws IOException {
        var target = temporary.resolve("made-by-the-lock");
        Files.createSymbolicLink(run.path().resolve("worker.lock"), target);
        assertTrue(refusal(() -> trash.put(run.path())).contains("link"));
        assertFalse(Files.exists(target));
    }

    @Test
    void onlyRunsOfThisFolderAreRemoved() throws IOException {
        var plain = Files.createDirectory(runs.resolve("plain"));
        assertTrue(refusal(() -> trash.put(plain)).contains("not a run folder"));
        var other = Trash.of(Files.createDirectory(temporary.resolve("other")));
        assertTrue(refusal(() -> other.put(run.path())).contains("does not lie in"));
    }

    @Test
    void emptyingDeletesWhatIsOldEnoughAndNothingForeign() throws IOException {
        var gone = trash.put(run.path());
        assertEquals(List.of(), trash.empty(gone.removed()));
        assertTrue(Files.exists(gone.path()));
        var foreign = Files.createDirectory(runs.resolve(".trash/mine"));
        assertEquals(List.of(gone), trash.empty(Instant.MAX));
        try (var left = Files.list(runs.resolve(".trash"))) {
            assertEquals(List.of(foreign), left.toList());
        }
    }

    @Test
    void whatAKilledProcessLeftHalfDeletedGoesWithTheRest() throws IOException {
        var gone = trash.put(run.path());
        var half = gone.path().resolveSibling("." + gone.name() + ".1-2-3.tmp");
        Files.move(gone.path(), half);
        assertTrue(trash.list().isEmpty());
        assertEquals(List.of(), trash.empty(Instant.MAX));
        try (var left = Files.list(runs.resolve(".trash"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void whatAKilledProcessLeftHalfMadeGoesAfterADay() throws IOException {
        var old = Files.createDirectory(runs.resolve(".MedNeRF-s1." + UUID.randomUUID() + ".tmp"));
        var young =
                Files.createDirectory(runs.resolve(".MedNeRF-s2." + UUID.randomUUID() + ".tmp"));
        Files.writeString(old.resolve("run.json"), "{}");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        trash.empty(Instant.MAX);
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
    }
}
