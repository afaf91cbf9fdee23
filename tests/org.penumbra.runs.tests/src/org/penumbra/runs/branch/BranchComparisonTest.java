// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.compare.Comparison;
import org.penumbra.runs.compare.Group;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.results.Results;
import org.penumbra.runs.specimens.Parents;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A branch is never a repetition of a run that was not branched, nor of another branch. */
class BranchComparisonTest {
    @TempDir Path runs;
    private RunFolder first;
    private RunFolder second;

    @BeforeEach
    void train() {
        first = finished(Parents.medNeRF(runs, 1, 20, 40), 20);
        second = finished(Parents.medNeRF(runs, 2, 20), 22);
    }

    private static RunFolder finished(RunFolder run, double psnr) {
        run.results(new Results("mednerf", 60, Map.of("psnr", psnr), List.of(), Map.of()));
        run.status(RunStatus.of(RunState.FINISHED, ""));
        return run;
    }

    private static RunFolder branch(RunFolder parent, BranchRequest request, double psnr) {
        return finished(Branch.of(parent, request).make(), psnr);
    }

    private static List<Integer> sizes(List<Group> groups) {
        return groups.stream().map(group -> group.summary().n()).toList();
    }

    @Test
    void aForkWithAnotherSeedIsNoFurtherSeedOfItsParent() {
        var fork = branch(first, BranchRequest.changing().from(20).seeded(3), 30);
        var groups = Comparison.of(List.of(first, second, fork), "").groups();
        assertEquals(List.of(2, 1), sizes(groups));
        assertEquals(21, groups.getFirst().summary().mean());
        var origin = first.description().id().substring(0, 8) + "@20";
        assertEquals(Map.of("branched from", origin), groups.get(1).levels());
    }

    @Test
    void branchesFromOtherStepsOrRunsStayApart() {
        var runs =
                List.of(
                        branch(first, BranchRequest.changing().from(20).seeded(3), 1),
                        branch(first, BranchRequest.changing().from(20).seeded(4), 2),
                        branch(first, BranchRequest.changing().from(40).seeded(3), 3),
                        branch(second, BranchRequest.changing().from(20).seeded(3), 4));
        assertEquals(List.of(2, 1, 1), sizes(Comparison.of(runs, "").groups()));
    }

    @Test
    void theTablesSayWhatChangedAndFromWhere() {
        var change = BranchRequest.changing("variants/*/losses/pixel/weight=0.7").from(20);
        var comparison = Comparison.of(List.of(first, branch(first, change, 30)), "MedNeRF");
        var text = comparison.summary().text();
        assertTrue(text.contains("weight=0.7, branched from="), text);
        var difference = comparison.differences().getFirst();
        assertEquals(10, difference.difference().mean(), 1e-12);
        assertEquals(Map.of(), difference.baselineLevels());
        assertTrue(
                comparison.toJson().getAsJsonArray("runs").get(1).toString().contains("branched"));
    }
}
