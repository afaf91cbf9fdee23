// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.engine.method.SmallRun;
import org.penumbra.runs.branch.AncestralCurves;
import org.penumbra.runs.branch.Branch;
import org.penumbra.runs.branch.BranchRequest;
import org.penumbra.runs.events.Curves;
import org.penumbra.runs.events.Point;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Branches of a run with checkpoints of steps 3, 6 and 8; its fitting begins after step 4. */
class BranchedRunTest {
    private static final List<String> STATES =
            List.of("generator", "generator_test", "discriminator", "fine_tuning");

    @TempDir Path runs;
    private RunFolder parent;

    @BeforeEach
    void train() {
        parent = SmallRun.create(runs.resolve("parent"), "UMedNeRF", SmallTraining.settings());
        run(parent);
    }

    private static void run(RunFolder run) {
        assertEquals(0, Worker.execute(List.of("run", run.path().toString())));
        assertEquals(RunState.FINISHED, run.status().state(), run.status().message());
    }

    private RunFolder branch(long step, String... changes) {
        var child = Branch.of(parent, BranchRequest.changing(changes).from(step)).make();
        run(child);
        return child;
    }

    private static byte[] bytes(RunFolder run, long step, String name) throws IOException {
        var checkpoint = run.checkpoints().at(step).orElseThrow();
        return Files.readAllBytes(checkpoint.file(name + ".safetensors"));
    }

    private static List<Double> values(List<Point> points) {
        return points.stream().map(Point::value).toList();
    }

    private static List<Long> steps(List<Point> points) {
        return points.stream().map(Point::step).toList();
    }

    @Test
    void withoutAChangeABranchEndsWithItsParentsBitsAndCurves() throws IOException {
        for (long step : new long[] {3, 6}) {
            var child = branch(step);
            for (var name : STATES) {
                assertArrayEquals(bytes(parent, 8, name), bytes(child, 8, name), name);
            }
            assertEquals(parent.results().orElseThrow().views(), child.results().get().views());
            var whole = Curves.read(parent);
            var merged = AncestralCurves.of(child).byTag();
            for (var tag : List.of("loss/generator", "loss/fine_tuning", "eval/heldout_psnr")) {
                assertEquals(steps(whole.get(tag)), steps(merged.get(tag)), tag);
                assertEquals(values(whole.get(tag)), values(merged.get(tag)), tag);
            }
        }
    }

    @Test
    void anotherLossWeightActsFromTheNextStepOn() throws IOException {
        var child = branch(6, "variants/*/losses/perceptual/weight=0.9");
        for (var name : STATES) {
            assertArrayEquals(bytes(parent, 6, name), bytes(child, 6, name), name);
        }
        assertFalse(
                Arrays.equals(
                        bytes(parent, 8, "generator_test"), bytes(child, 8, "generator_test")));
        var mine = AncestralCurves.of(child).byTag().get("loss/fine_tuning");
        var theirs = Curves.read(parent).get("loss/fine_tuning");
        assertEquals(List.of(5L, 6L, 7L, 8L), steps(mine));
        assertEquals(values(theirs).subList(0, 2), values(mine).subList(0, 2));
        assertNotEquals(values(theirs).get(2), values(mine).get(2));
    }

    @Test
    void aLongerFirstPhaseIsDoneBeforeTheFitting() {
        var child = branch(3, "variants/*/iterations=6", "variants/*/schedule/factor=0.1");
        assertEquals(10, child.results().orElseThrow().steps());
        var rates = AncestralCurves.of(child).byTag().get("learning_rate/generator");
        assertEquals(LongStream.rangeClosed(1, 10).boxed().toList(), steps(rates));
        assertEquals(2.5e-4, rates.get(2).value(), 1e-9, "the parent's third step");
        assertEquals(5e-5, rates.get(3).value(), 1e-9, "the child's first step");
    }

    @Test
    void aFinishedRunGoesOnFitting() {
        var child = branch(8, "variants/*/fineTuning/iterations=7");
        assertEquals(11, child.results().orElseThrow().steps());
    }
}
