// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.json.Json;
import org.penumbra.runs.events.EventLog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class AdoptTest {
    @TempDir Path folder;

    private Path source() throws IOException {
        var source = folder.resolve("official");
        if (Files.exists(source)) {
            return source;
        }
        Files.createDirectories(source);
        try (var events = EventLog.create(source, 1)) {
            for (int step = 1; step <= 5; step++) {
                events.scalar("eval/psnr", step, 20 + step);
            }
        }
        return source;
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private Use adopt(Object... more) throws IOException {
        var arguments = new Object[more.length + 4];
        arguments[0] = "adopt";
        arguments[1] = source();
        arguments[2] = "--runs";
        arguments[3] = runs();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Use.of(arguments);
    }

    @Test
    void anAdoptedRunIsListedShownAndComparedAsAnotherProfile() throws IOException {
        var settings = Files.writeString(folder.resolve("s.yaml"), "train:\n  lr: 1.0e-3\n");
        var use =
                adopt("--name", "official", "--metric", "psnr=eval/psnr", "--parameters", settings);
        assertTrue(use.done().out().contains("1 curves"), use.out());
        var shown = Use.of("show", "official/seed=0", "--runs", runs()).done().out();
        assertTrue(shown.contains("train/lr") && shown.contains("profile external"), shown);
        Samples.finished(runs(), "MedNeRF", 1, Map.of("psnr", 30.0));
        var compared = Use.of("compare", "--runs", runs()).done().out();
        assertTrue(compared.contains("official (data=none, profile=external)"), compared);
        assertTrue(compared.contains("different metric profiles"), compared);
        assertFalse(compared.contains("minus"), compared);
    }

    @Test
    void printsJson() throws IOException {
        var json = adopt("--name", "x", "--json").done().json();
        assertEquals(1, json.get("curves").getAsInt());
        assertTrue(Files.exists(Path.of(json.get("folder").getAsString()).resolve("run.json")));
    }

    @Test
    void refusesInOneSentence() throws IOException {
        adopt("--name", "x").done();
        adopt("--name", "y").refused("before");
        adopt("--name", " ").refused("--name");
        adopt("--name", "x", "--seed", "-1").refused("--seed");
        adopt("--name", "x", "--metric", "psnr").refused("NAME=VALUE");
        adopt("--name", "x", "--images", "*.png").refused("{step}");
        adopt("--name", "x", "--images", "../{step}.png").refused("leads out");
        Use.of("adopt", folder.resolve("none"), "--name", "x").refused("no folder");
        var list = Files.writeString(folder.resolve("l.json"), Json.parse("[1]").toString());
        adopt("--name", "x", "--parameters", list).refused("no names");
    }
}
