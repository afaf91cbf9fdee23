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
import org.penumbra.runs.folder.Host;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.ownership.ProcessMark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

class RunsAndShowTest {
    private static final long NO_PROCESS = 4_194_999;

    @TempDir Path runs;
    private RunFolder finished;

    @BeforeEach
    void fill() {
        finished = Samples.finished(runs, "MedNeRF", 1, Map.of("psnr", 26.5, "seconds", 90.0));
        var alive = Samples.planned(runs, "UMedNeRF", 1);
        alive.attempt(1, ProcessMark.own().toJson());
        working(alive, ProcessHandle.current().pid());
        working(Samples.planned(runs, "UMedNeRF", 2), NO_PROCESS);
    }

    private static void working(RunFolder run, long pid) {
        run.status(
                new RunStatus(
                        RunState.RUNNING,
                        "fine-tuning",
                        300,
                        900,
                        125,
                        "",
                        pid,
                        Host.name(),
                        Instant.now()));
    }

    private static String lineOf(String text, String name) {
        return text.lines().filter(line -> line.contains(name)).findFirst().orElseThrow();
    }

    @Test
    void runsAreListedWithWhatPeopleLookAtFirst() {
        var text = Use.of("runs", "--runs", runs).done().out();
        assertTrue(lineOf(text, "MedNeRF/seed=1").contains("finished"), text);
        assertTrue(lineOf(text, "MedNeRF/seed=1").contains("26.5000"), text);
        var working = lineOf(text, "UMedNeRF/seed=1");
        assertTrue(working.contains("running") && working.contains("300/900  33 %"), text);
        assertTrue(working.contains("2 min 05 s"), text);
        assertTrue(lineOf(text, "UMedNeRF/seed=2").contains("lost"), text);
    }

    @Test
    void runsAreFoundByWords() {
        var text = Use.of("runs", "--runs", runs, "--search", "UMedNeRF seed=2").done().out();
        assertTrue(text.contains("UMedNeRF/seed=2"), text);
        assertFalse(text.contains("UMedNeRF/seed=1"), text);
        var none = Use.of("runs", "--runs", runs, "--search", "\"nowhere (").done().out();
        assertFalse(none.contains("MedNeRF"), none);
    }

    @Test
    void runsAsJson() {
        var list = Use.of("runs", "--runs", runs, "--json").done().json().getAsJsonArray("runs");
        assertEquals(3, list.size());
        var run = list.get(1).getAsJsonObject();
        assertEquals("running", run.get("status").getAsString());
        assertEquals(300, run.get("step").getAsInt());
        assertEquals(125, run.get("seconds_left").getAsDouble());
    }

    @Test
    void aDamagedRunDoesNotHideTheOthers() throws Exception {
        Files.writeString(finished.path().resolve("run.json"), "{");
        var use = Use.of("runs", "--runs", runs).done();
        assertTrue(use.err().startsWith("penumbra: warning: "), use.err());
        assertTrue(use.out().contains("UMedNeRF/seed=1"), use.out());
    }

    @Test
    void aRunIsFoundByNameIdAndFolder() {
        var id = finished.description().id();
        var expected = Use.of("show", "MedNeRF/seed=1", "--runs", runs).done().out();
        assertEquals(expected, Use.of("show", id.substring(0, 8), "--runs", runs).done().out());
        assertEquals(expected, Use.of("show", "MedNeRF-s1", "--runs", runs).done().out());
        assertEquals(expected, Use.of("show", finished.path()).done().out());
    }

    @Test
    void aRunShowsItsParametersFiguresAndAttempts() {
        finished.newAttempt();
        var text = Use.of("show", finished.path()).done().out();
        assertTrue(lineOf(text, "settings/iterations").endsWith(" 600"), text);
        assertTrue(lineOf(text, "01:7").contains("held-out"), text);
        assertTrue(lineOf(text, "01:7").contains("19.2500"), text);
        assertTrue(lineOf(text, "log.txt").contains("001"), text);
        assertFalse(text.contains("\033"), text);
    }

    @Test
    void aRunAsJson() {
        var json = Use.of("show", finished.path(), "--json").done().json();
        assertEquals(finished.description().id(), json.get("id").getAsString());
        assertEquals(2, json.getAsJsonArray("views").size());
        assertEquals(
                600,
                json.getAsJsonObject("spec")
                        .getAsJsonObject("settings")
                        .get("iterations")
                        .getAsInt());
    }
}
