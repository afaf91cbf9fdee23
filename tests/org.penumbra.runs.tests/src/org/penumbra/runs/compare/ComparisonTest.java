// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.json.Json;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.specimens.Specimens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ComparisonTest {
    @TempDir Path folder;
    private final List<RunFolder> runs = new ArrayList<>();

    private void run(String variant, long seed, double psnr) {
        run(variant, Map.of(), "knee", seed, psnr);
    }

    private void run(
            String variant, Map<String, String> levels, String data, long seed, double psnr) {
        var description = Specimens.description(variant, levels, data, seed);
        runs.add(Specimens.finished(folder, description, Map.of("psnr", psnr)));
    }

    private Comparison comparison() {
        return Comparison.of(runs, "MedNeRF");
    }

    private void example() {
        run("MedNeRF", 1, 25);
        run("MedNeRF", 2, 27);
        run("UMedNeRF", 1, 28);
        run("UMedNeRF", 2, 28);
        run("UMedNeRF", 3, 31);
    }

    @Test
    void groupsAndPairedDifferencesAreWhatOneCalculatesByHand() {
        example();
        var groups = comparison().groups();
        assertEquals(2, groups.size());
        assertEquals(26, groups.get(0).summary().mean(), 1e-12);
        assertEquals(Math.sqrt(2), groups.get(0).summary().sd(), 1e-12);
        assertEquals(29, groups.get(1).summary().mean(), 1e-12);
        assertEquals(Math.sqrt(3), groups.get(1).summary().sd(), 1e-12);
        assertEquals(3, groups.get(1).summary().n());
        // Seeds 1 and 2: 28 - 25 = 3 and 28 - 27 = 1; seed 3 has no partner.
        var differences = comparison().differences();
        assertEquals(1, differences.size());
        assertEquals("UMedNeRF", differences.getFirst().variant());
        assertEquals(2, differences.getFirst().difference().mean(), 1e-12);
        assertEquals(Math.sqrt(2), differences.getFirst().difference().sd(), 1e-12);
        assertEquals(2, differences.getFirst().difference().n());
    }

    @Test
    void theJsonHasTheseKeys() {
        example();
        var json = comparison().toJson();
        assertEquals(
                List.of("runs", "groups", "differences", "baselines", "notes"),
                List.copyOf(json.keySet()));
        var run = json.getAsJsonArray("runs").get(0).getAsJsonObject();
        assertEquals(
                List.of("id", "variant", "levels", "seed", "status", "profile", "metrics"),
                List.copyOf(run.keySet()));
        assertEquals("finished", run.get("status").getAsString());
        assertEquals(25, run.getAsJsonObject("metrics").get("psnr").getAsDouble());
        var group = json.getAsJsonArray("groups").get(0).getAsJsonObject();
        assertEquals(
                List.of("variant", "levels", "metric", "mean", "sd", "n"),
                List.copyOf(group.keySet()));
        assertEquals(1, json.getAsJsonArray("baselines").size(), "equal baselines are one");
        assertEquals(json, Json.parse(Json.pretty(json)));
    }

    @Test
    void aSingleRunHasNoDeviation() {
        run("MedNeRF", 1, 25);
        var group = comparison().toJson().getAsJsonArray("groups").get(0).getAsJsonObject();
        assertTrue(group.get("sd").isJsonNull());
        assertTrue(comparison().differences().isEmpty());
    }

    @Test
    void onlyFinishedRunsCountAndDamagedOnesAreShown() throws IOException {
        example();
        runs.get(1).status(RunStatus.of(RunState.FAILED, "out of memory"));
        Files.writeString(runs.get(4).path().resolve("results.json"), "{");
        var comparison = comparison();
        assertEquals(5, comparison.runs().size());
        assertEquals("failed", comparison.runs().get(1).status());
        assertEquals("damaged", comparison.runs().get(4).status());
        assertEquals(1, comparison.groups().get(0).summary().n());
        assertEquals(2, comparison.groups().get(1).summary().n());
    }

    @Test
    void levelsAreComparedWithTheBaselineAtTheSameLevelsElseAsWritten() {
        var wide = Map.of("variants/*/field/width", "512");
        var own = Map.of("variants/UMedNeRF/losses/pixel/weight", "2");
        run("MedNeRF", 1, 20);
        run("MedNeRF", wide, "knee", 1, 23);
        run("UMedNeRF", wide, "knee", 1, 24);
        run("UMedNeRF", own, "knee", 1, 26);
        var means = comparison().differences().stream().map(d -> d.difference().mean()).toList();
        // Wide against as written, wide against wide, own levels against as written.
        assertEquals(List.of(3.0, 1.0, 6.0), means);
    }

    @Test
    void runsOnOtherDataAreOtherGroups() {
        run("MedNeRF", Map.of(), "knee", 1, 20);
        run("MedNeRF", Map.of(), "chest", 1, 30);
        run("UMedNeRF", Map.of(), "chest", 1, 31);
        var comparison = comparison();
        assertEquals(
                List.of(Map.of("data", "knee"), Map.of("data", "chest"), Map.of("data", "chest")),
                comparison.groups().stream().map(Group::levels).toList());
        assertEquals(1, comparison.differences().size());
        assertEquals(1, comparison.differences().getFirst().difference().mean());
    }

    @Test
    void theSummaryShowsVariantsAndBaselines() {
        example();
        assertEquals(
                """
                variant     n          psnr
                ----------  -  ------------
                MedNeRF     2  26.00 ± 1.41
                UMedNeRF    3  29.00 ± 1.73
                mean-image  -         15.50
                """,
                comparison().summary().text());
        assertEquals(
                """
                variant,metric,mean,sd,n
                MedNeRF,psnr,26.0,1.4142135623730951,2
                UMedNeRF,psnr,29.0,1.7320508075688772,3
                """,
                comparison().groupTable().csv());
    }
}
