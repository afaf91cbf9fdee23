// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;
import org.penumbra.runs.specimens.Specimens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class RunFolderTest {
    @TempDir Path folder;

    private RunFolder create() {
        return RunFolder.create(folder.resolve("run"), Specimens.description("MedNeRF", 1));
    }

    private String refusal() {
        return assertThrows(InputException.class, () -> RunFolder.open(folder.resolve("run")))
                .getMessage();
    }

    private void edit(String file, String what, String with) throws IOException {
        var path = folder.resolve("run").resolve(file);
        var text = Files.readString(path);
        assertTrue(text.contains(what), text);
        Files.writeString(path, text.replace(what, with));
    }

    @Test
    void aNewRunIsPlannedAndSaysTheSameWhenOpened() throws IOException {
        var made = create();
        var opened = RunFolder.open(made.path());
        assertEquals(made.description(), opened.description());
        assertEquals(RunState.PLANNED, opened.status().state());
        assertEquals(1, opened.description().seed());
        assertTrue(opened.results().isEmpty());
        assertTrue(Files.readString(made.path().resolve("run.yaml")).contains("variant: MedNeRF"));
        Instant.parse(opened.created());
    }

    @Test
    void placesAndResourcesMayChangeButNotTheIdentity() {
        var run = create();
        var created = run.created();
        var old = run.description();
        var moved =
                new RunDescription(
                        old.id(),
                        "other name",
                        old.experiment(),
                        old.variant(),
                        old.levels(),
                        old.spec(),
                        Optional.of(Path.of("/data/knee")),
                        old.evaluation(),
                        new JsonObject());
        run.describe(moved);
        assertEquals(moved, RunFolder.open(run.path()).description());
        assertEquals(created, run.created());
        var other = Specimens.description("MedNeRF", 2);
        assertThrows(IllegalArgumentException.class, () -> run.describe(other));
    }

    @Test
    void whatIsNoRunFolderIsRefusedInOneSentence() {
        assertTrue(refusal().contains("is not a run folder"));
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        create();
        edit("run.json", "\"formatVersion\": 1", "\"formatVersion\": 7");
        assertTrue(refusal().contains("formatVersion 7"), refusal());
        assertTrue(refusal().contains("newer Penumbra"), refusal());
    }

    @Test
    void anEditedSpecIsRefused() throws IOException {
        create();
        edit("run.json", "\"seed\": 1", "\"seed\": 2");
        assertTrue(refusal().contains("was changed after it was made"), refusal());
    }

    @Test
    void aDamagedStatusIsThatOfALostRunAndSaysSo() throws IOException {
        var run = create();
        for (var damage : List.of("{", "[]", "{\"formatVersion\":1}")) {
            Files.writeString(run.path().resolve("status.json"), damage);
            var status = run.status();
            assertEquals(RunState.LOST, status.state());
            assertTrue(status.message().contains("status.json"), status.message());
            assertTrue(status.message().contains("last checkpoint"), status.message());
        }
        Files.delete(run.path().resolve("status.json"));
        assertEquals(RunState.PLANNED, run.status().state());
    }

    @Test
    void aStatusOfANewerReleaseIsNoDamage() throws IOException {
        var run = create();
        Files.writeString(run.path().resolve("status.json"), "{\"formatVersion\":2}");
        var message = assertThrows(InputException.class, run::status).getMessage();
        assertTrue(message.contains("newer Penumbra"), message);
    }

    @Test
    void whatAnEarlierReleaseWroteWithoutAChecksumIsRead() throws IOException {
        var run = create();
        run.status(running(7));
        for (var file : List.of("run.json", "status.json")) {
            var path = run.path().resolve(file);
            var json = Json.parse(path).getAsJsonObject();
            json.remove("sha256");
            Json.write(path, json);
        }
        assertEquals(7, run.status().step());
        assertEquals(run.description(), RunFolder.open(run.path()).description());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");
        var place = folder.resolve("file").resolve("run");
        var description = Specimens.description("MedNeRF", 1);
        var message =
                assertThrows(InputException.class, () -> RunFolder.create(place, description))
                        .getMessage();
        assertTrue(message.contains(place.toString()), message);
        assertTrue(message.contains("cannot be written"), message);
    }

    @Test
    void aRunIsNotMadeTwice() {
        var run = create();
        assertThrows(InputException.class, () -> RunFolder.create(run.path(), run.description()));
    }

    @Test
    void attemptsAreNeverShared() throws Exception {
        var run = create();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> attempt = () -> run.newAttempt().number();
            var numbers = new TreeSet<Integer>();
            for (var future : threads.invokeAll(Collections.nCopies(40, attempt))) {
                assertTrue(numbers.add(future.get()), "twice");
            }
            assertEquals(40, numbers.last());
        }
        assertEquals(40, run.attempts().size());
        assertEquals(1, run.attempts().getFirst().number());
    }

    @Test
    void aReaderSeesWholeStatesOnly() throws Exception {
        var run = create();
        run.status(running(0));
        int writes = 300;
        try (var threads = Executors.newSingleThreadExecutor()) {
            var writer =
                    threads.submit(
                            () -> {
                                for (int step = 1; step <= writes; step++) {
                                    run.status(running(step));
                                }
                            });
            long last = 0;
            while (!writer.isDone()) {
                var seen = run.status();
                assertEquals(Long.toString(seen.step()).repeat(50), seen.message());
                assertTrue(seen.step() >= last);
                last = seen.step();
            }
            writer.get();
        }
        assertEquals(writes, run.status().step());
        try (var files = Files.list(run.path())) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".tmp")));
        }
    }

    private static RunStatus running(long step) {
        return new RunStatus(
                RunState.RUNNING,
                "adversarial",
                step,
                300,
                1.5,
                Long.toString(step).repeat(50),
                ProcessHandle.current().pid(),
                Host.name(),
                Instant.now());
    }
}
