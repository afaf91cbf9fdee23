// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The example of a program of one's own: run, paused and taken on, adopted. Needs Python 3. */
class ExternalMethodTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir Path folder;

    private Penumbra penumbra() {
        return new Penumbra(folder);
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private Object[] arguments(String... settings) {
        var all = new ArrayList<Object>();
        all.add("run");
        all.add(Penumbra.example("external-method.penumbra"));
        all.addAll(List.of("--runs", runs(), "--only", "SIRT/seed=1"));
        for (var setting : settings) {
            all.addAll(List.of("--set", "variants/SIRT/parameters/" + setting));
        }
        return all.toArray();
    }

    @Test
    void runsAndIsReusedAndAdopted() throws IOException {
        var settings = new String[] {"size/value=16", "steps/value=40"};
        var first = penumbra().run(arguments(settings)).expect(0);
        assertTrue(first.out().contains("psnr"), first.out());
        var shown = show();
        assertEquals("finished", shown.get("status").getAsString());
        assertEquals(40, shown.get("step").getAsInt());
        assertEquals("external", shown.get("profile").getAsString());
        assertTrue(shown.getAsJsonObject("metrics").get("psnr").getAsDouble() > 20);
        assertTrue(Files.exists(run().resolve("renders/step-000040.npy")));
        penumbra().run(arguments(settings)).expect(0);
        assertEquals(1, show().getAsJsonArray("attempts").size());
        adopt(shown);
    }

    private void adopt(JsonObject shown) {
        var adopted = folder.resolve("adopted");
        penumbra()
                .run(
                        "adopt",
                        run().resolve("work/out"),
                        "--name",
                        "foreign",
                        "--images",
                        "images/step-{step}-view-{view}.png",
                        "--metric",
                        "psnr=eval/psnr",
                        "--runs",
                        adopted)
                .expect(0);
        var json = penumbra().run("show", "foreign/seed=0", "--runs", adopted, "--json").expect(0);
        assertEquals(
                shown.getAsJsonObject("metrics").get("psnr").getAsDouble(),
                json.json().getAsJsonObject("metrics").get("psnr").getAsDouble(),
                1e-4);
    }

    @Test
    void goesOnFromItsOwnCheckpoint() throws Exception {
        var settings = new String[] {"size/value=16", "angles/value=6", "steps/value=6000"};
        var command =
                penumbra()
                        .start(
                                folder.resolve("out.txt"),
                                folder.resolve("err.txt"),
                                arguments(settings));
        Conditions.await("some steps", LONG, () -> step() > 0);
        var worker = status().get("pid").getAsLong();
        ProcessHandle.of(worker).orElseThrow().destroy();
        assertNotEquals(0, command.waitFor());
        assertEquals("paused", status().get("state").getAsString());
        penumbra().run(arguments(settings)).expect(0);
        assertEquals("finished", status().get("state").getAsString());
        assertEquals(2, show().getAsJsonArray("attempts").size());
        var log = Files.readString(run().resolve("attempts/002/log.txt"));
        assertTrue(log.contains("| going on after step "), log);
    }

    private Path run() {
        return found().orElseThrow();
    }

    /** Folders that are just being made have other names. */
    private Optional<Path> found() {
        if (!Files.isDirectory(runs())) {
            return Optional.empty();
        }
        try (var all = Files.list(runs())) {
            return all.filter(path -> path.getFileName().toString().startsWith("SIRT")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject show() {
        return penumbra().run("show", run(), "--runs", runs(), "--json").expect(0).json();
    }

    private JsonObject status() {
        try {
            var text = Files.readString(run().resolve("status.json"));
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long step() {
        return found().isPresent() ? status().get("step").getAsLong() : 0;
    }
}
