// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.events.Curves;
import org.penumbra.runs.events.Point;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.specimens.Parents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

class AncestralCurvesTest {
    @TempDir Path runs;

    private static void log(RunFolder run, long from, long to, double value) {
        try (var log = run.newAttempt().openEvents(from)) {
            for (long step = from; step <= to; step++) {
                log.scalar("loss/generator", step, value);
            }
        }
    }

    private static RunFolder branch(RunFolder parent, long step, String weight) {
        var change = "variants/MedNeRF/losses/pixel/weight=" + weight;
        return Branch.of(parent, BranchRequest.changing(change).from(step)).make();
    }

    private RunFolder grandchild() {
        var parent = Parents.medNeRF(runs, 1, 4);
        log(parent, 1, 9, 1);
        var child = branch(parent, 4, "0.2");
        log(child, 5, 8, 2);
        Parents.checkpoint(child, 6);
        var grandchild = branch(child, 6, "0.3");
        log(grandchild, 7, 7, 3);
        return grandchild;
    }

    @Test
    void everyGenerationCountsUpToWhereItWasBranchedFrom() {
        var points = AncestralCurves.of(grandchild()).byTag().get("loss/generator");
        assertEquals(
                LongStream.rangeClosed(1, 7).boxed().toList(),
                points.stream().map(Point::step).toList());
        assertEquals(
                List.of(1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 3.0),
                points.stream().map(Point::value).toList());
    }

    @Test
    void aRunWithoutAncestorsHasItsOwnCurves() {
        var run = Parents.medNeRF(runs, 1, 4);
        log(run, 1, 9, 1);
        assertEquals(Curves.of(run), AncestralCurves.of(run));
    }

    @Test
    void anAncestorIsFoundUnderAnotherFolderName() throws IOException {
        var grandchild = grandchild();
        var child = Lineage.of(grandchild).links().getFirst().run().orElseThrow();
        Files.move(child.path(), runs.resolve("renamed"));
        var links = Lineage.of(grandchild).links();
        assertEquals(runs.resolve("renamed"), links.getFirst().run().orElseThrow().path());
        assertEquals(7, AncestralCurves.of(grandchild).byTag().get("loss/generator").size());
    }

    @Test
    void aRemovedAncestorIsSaidAndTheOthersStay() throws IOException {
        var grandchild = grandchild();
        var child = Lineage.of(grandchild).links().getFirst().run().orElseThrow();
        Files.createDirectory(runs.resolve(".trash"));
        Files.move(child.path(), runs.resolve(".trash/child"));
        var link = Lineage.of(grandchild).links().getFirst();
        assertTrue(link.text().endsWith("at step 6 (removed)"), link.text());
        var curves = AncestralCurves.of(grandchild);
        assertEquals(
                Stream.of(1L, 2L, 3L, 4L, 7L).toList(),
                curves.byTag().get("loss/generator").stream().map(Point::step).toList());
        assertEquals(1, curves.damage().size());
        assertTrue(curves.damage().getFirst().contains("removed"), curves.damage().toString());
    }
}
