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
import org.penumbra.io.files.AtomicFolder;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunsFolder;

import java.nio.file.Path;
import java.util.List;

class BranchTest {
    private static final String CHANGE = "variants/MedNeRF/losses/perceptual/weight=0.2";

    @TempDir Path runs;
    private RunFolder parent;

    @BeforeEach
    void train() {
        parent = BranchedRuns.parent(runs, 20, 30);
    }

    private Use branch(Object... more) {
        var arguments = new Object[more.length + 4];
        arguments[0] = "branch";
        arguments[1] = parent.description().name();
        arguments[2] = "--runs";
        arguments[3] = runs;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Use.of(arguments);
    }

    @Test
    void aBranchPrintsItsNameAndHowToStartIt() {
        var use = branch("--set", CHANGE, "--from-step", 20).done();
        var id = parent.description().id().substring(0, 8);
        assertEquals("MedNeRF/branch-of-%s@20/weight=0.2/seed=1\n".formatted(id), use.out());
        var child = RunsFolder.read(runs).find(use.out().strip());
        assertTrue(use.err().contains("branched from MedNeRF/seed=1 at step 20"), use.err());
        assertTrue(use.err().contains("penumbra resume " + child.path()), use.err());
        assertEquals(20, child.checkpoints().latest().orElseThrow().step());
    }

    @Test
    void aBranchAsJson() {
        var json = branch("--set", CHANGE, "--seed", 7, "--name", "mine", "--json").done().json();
        assertEquals("mine", json.get("name").getAsString());
        assertEquals(7, json.get("seed").getAsInt());
        var origin = json.getAsJsonArray("lineage").get(0).getAsJsonObject();
        assertEquals(30, origin.get("step").getAsInt());
        assertEquals(parent.description().id(), origin.get("run").getAsString());
        assertFalse(origin.get("removed").getAsBoolean());
    }

    @Test
    void showTellsTheLineageAndThatAParentIsGone() {
        branch("--set", CHANGE, "--name", "child").done();
        var line = "branched from MedNeRF/seed=1 at step 30";
        var text = Use.of("show", "child", "--runs", runs).done().out();
        assertTrue(text.contains(line + "\n"), text);
        assertTrue(text.contains("branchedFrom/step"), text);
        AtomicFolder.delete(parent.path());
        var later = Use.of("show", "child", "--runs", runs).done().out();
        assertTrue(later.contains(line + " (removed)\n"), later);
        var json = Use.of("show", "child", "--runs", runs, "--json").done().json();
        assertTrue(json.toString().contains("\"removed\":true"), json.toString());
    }

    private static void log(RunFolder run, long from, long to, double value) {
        try (var log = run.newAttempt().openEvents(from)) {
            for (long step = from; step <= to; step++) {
                log.scalar("loss/generator", step, value);
                log.scalar("eval/psnr", step, value);
            }
        }
    }

    @Test
    void curvesAreToldFromTheFirstStepOfTheParent() {
        log(parent, 28, 35, 1);
        branch("--set", CHANGE, "--name", "child").done();
        log(RunsFolder.read(runs).find("child"), 31, 32, 2);
        var csv =
                Use.of(
                                "curves",
                                "child",
                                "--runs",
                                runs,
                                "--lineage",
                                "--tag",
                                "loss/*",
                                "--from",
                                29)
                        .done()
                        .out();
        assertEquals(
                List.of("child,29,1.0", "child,30,1.0", "child,31,2.0", "child,32,2.0"),
                csv.lines().skip(1).map(BranchTest::withoutTime).toList());
        Use.of("curves", "child", "--runs", runs, "--lineage", "--points", 100).refused("--points");
        Use.of("curves", "child", "--runs", runs, "--lineage", "--format", "text").refused("csv");
    }

    private static String withoutTime(String line) {
        var cells = line.split(",");
        return String.join(",", cells[0], cells[2], cells[4]);
    }

    @Test
    void aForkSaysThatItChangesNothing() {
        assertTrue(branch().done().err().contains("No setting of the method changes"));
    }

    @Test
    void whatCannotBeIsOneSentence() {
        branch("--set", "variants/*/field/width=32").refused("trained weights", "field/width");
        branch("--set", "dataset/imageSize=32").refused("parent's data");
        branch("--set", "variants/*/iteration=32").refused("variants/*/iterations");
        branch("--set", "nonsense").refused("PATH=VALUE");
        branch("--from-step", 25).refused("20, 30", "keepCheckpoints");
        branch("--from-step", "x").refused("--from-step");
        branch("--name", "-x").refused("name");
        Use.of("branch", "absent", "--runs", runs).refused("absent");
        assertEquals(1, RunsFolder.read(runs).runs().size());
    }
}
