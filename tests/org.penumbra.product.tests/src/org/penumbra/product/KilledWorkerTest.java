// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.testing.Conditions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A worker killed without warning costs the work since its last checkpoint and nothing else. */
class KilledWorkerTest {

    private static final Duration LONG = Duration.ofMinutes(3);

    private static final Object[] ONE_LONGER_RUN = {
        "--only", "MedNeRF/*",
        "--set", "resources/checkpointEvery=5",
        "--set", "variants/*/iterations=150",
        "--set", "variants/*/fineTuning/iterations=10"
    };

    @TempDir Path folder;

    @Test
    void goesOnToTheSameNumbers() throws Exception {
        var whole = Study.in(Files.createDirectory(folder.resolve("whole")));
        whole.run(ONE_LONGER_RUN).expect(0);
        var cut = Study.in(Files.createDirectory(folder.resolve("cut")));
        killAfterFirstCheckpoint(cut);
        assertEquals(2, folders(runFolder(cut).resolve("attempts")).size());
        assertEquals(views(whole), views(cut));
    }

    private void killAfterFirstCheckpoint(Study study) throws Exception {
        var command =
                study.penumbra()
                        .start(
                                folder.resolve("out.txt"),
                                folder.resolve("err.txt"),
                                study.arguments(ONE_LONGER_RUN));
        Conditions.await("a checkpoint", LONG, () -> hasCheckpoint(study));
        var worker = json(runFolder(study).resolve("status.json")).get("pid").getAsLong();
        ProcessHandle.of(worker).orElseThrow().destroyForcibly();
        assertEquals(0, command.waitFor(), "the queue started another worker");
    }

    private static boolean hasCheckpoint(Study study) {
        return folders(study.runs()).stream()
                .flatMap(run -> folders(run.resolve("checkpoints")).stream())
                .anyMatch(step -> step.getFileName().toString().startsWith("step-"));
    }

    private static Path runFolder(Study study) {
        return folders(study.runs()).getFirst();
    }

    private static JsonObject views(Study study) {
        var results = json(runFolder(study).resolve("results.json"));
        var views = new JsonObject();
        views.add("views", results.get("views"));
        return views;
    }

    private static JsonObject json(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders in a folder; none where that is not there yet. */
    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
