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

import java.nio.file.Files;
import java.nio.file.Path;

class AnnotationsTest {
    @TempDir Path runs;

    @BeforeEach
    void fill() {
        Samples.planned(runs, "MedNeRF", 1);
        Samples.planned(runs, "MedNeRF", 2);
    }

    private Use tag(String run, Object... more) {
        return use("tag", run, more);
    }

    private Use note(String run, Object... more) {
        return use("note", run, more);
    }

    private Use use(String command, String run, Object... more) {
        var arguments = new Object[more.length + 4];
        arguments[0] = command;
        arguments[1] = run;
        arguments[2] = "--runs";
        arguments[3] = runs;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Use.of(arguments);
    }

    @Test
    void tagsAreAddedRemovedAndListed() {
        tag("MedNeRF/*", "--add", "paper,Draft", "--add", "x").done();
        tag("MedNeRF/seed=1", "--remove", "Draft").done();
        assertEquals(
                "MedNeRF/seed=1  paper, x\nMedNeRF/seed=2  Draft, paper, x\n",
                tag("MedNeRF/*").done().out());
        var run = tag("MedNeRF/seed=1", "--json").done().json().getAsJsonArray("runs").get(0);
        assertEquals("[\"paper\",\"x\"]", run.getAsJsonObject().get("tags").toString());
        tag("MedNeRF/seed=1", "--add", "two words").refused("two words", "word");
        tag("absent").refused("absent");
    }

    @Test
    void aNoteIsWrittenReadAndRemoved() throws Exception {
        note("MedNeRF/seed=1", "streaks behind the patella").done();
        assertEquals("streaks behind the patella\n", note("MedNeRF/seed=1").done().out());
        var file = Files.writeString(runs.resolve("findings.txt"), "first\nzweitens ä\n");
        note("MedNeRF/seed=1", "--file", file).done();
        var json = note("MedNeRF/seed=1", "--json").done().json();
        assertEquals("first\nzweitens ä\n", json.get("note").getAsString());
        note("MedNeRF/seed=1", "--clear").done();
        assertEquals("", note("MedNeRF/seed=1").done().out());
        note("MedNeRF/seed=1", "text", "--clear").refused("not several");
        note("MedNeRF/seed=1", "--file", runs.resolve("absent")).refused("absent");
        Files.write(file, new byte[] {(byte) 0xff});
        note("MedNeRF/seed=1", "--file", file).refused("UTF-8");
    }

    @Test
    void showTellsBoth() throws Exception {
        tag("MedNeRF/seed=1", "--add", "paper").done();
        note("MedNeRF/seed=1", "first\nsecond").done();
        var text = Use.of("show", "MedNeRF/seed=1", "--runs", runs).done().out();
        assertTrue(text.contains("\nTags        paper\n"), text);
        assertTrue(text.contains("\nNote        first\n            second\n"), text);
        var json = Use.of("show", "MedNeRF/seed=1", "--runs", runs, "--json").done().json();
        assertEquals("first\nsecond", json.get("note").getAsString());
        assertFalse(Use.of("show", "MedNeRF/seed=2", "--runs", runs).out().contains("Tags"));
        Files.writeString(runs.resolve("MedNeRF-s1/annotations.json"), "{");
        var damaged = Use.of("show", "MedNeRF/seed=1", "--runs", runs).done().out();
        assertTrue(damaged.contains("annotations.json"), damaged);
    }
}
