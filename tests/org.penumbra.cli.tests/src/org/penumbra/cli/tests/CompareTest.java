// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

class CompareTest {
    private static final double EXACT = 1e-12;

    @TempDir Path runs;

    @BeforeEach
    void fill() {
        Samples.finished(runs, "MedNeRF", 1, Map.of("psnr", 24.0, "ssim", 0.5));
        Samples.finished(runs, "MedNeRF", 2, Map.of("psnr", 26.0, "ssim", 0.7));
        Samples.finished(runs, "UMedNeRF", 1, Map.of("psnr", 25.5, "ssim", 0.5));
        Samples.finished(runs, "UMedNeRF", 2, Map.of("psnr", 28.5, "ssim", 0.5));
        Samples.planned(runs, "UMedNeRF", 3);
    }

    private static List<JsonObject> objects(JsonObject json, String list) {
        return StreamSupport.stream(json.getAsJsonArray(list).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static JsonObject named(JsonObject json, String list, String variant, String metric) {
        return objects(json, list).stream()
                .filter(row -> row.get("variant").getAsString().equals(variant))
                .filter(row -> row.get("metric").getAsString().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static void figures(JsonObject row, double mean, double sd, int n) {
        assertEquals(mean, row.get("mean").getAsDouble(), EXACT);
        assertEquals(sd, row.get("sd").getAsDouble(), EXACT);
        assertEquals(n, row.get("n").getAsInt());
    }

    @Test
    void jsonHasTheRunsAndTheGroups() {
        var json = Use.of("compare", "--runs", runs, "--json").done().json();
        var all = objects(json, "runs");
        assertEquals(5, all.size());
        assertTrue(
                all.getFirst()
                        .keySet()
                        .containsAll(Set.of("id", "variant", "seed", "status", "metrics")));
        var first = all.getFirst();
        assertEquals("MedNeRF", first.get("variant").getAsString());
        assertEquals(1, first.get("seed").getAsInt());
        assertEquals("finished", first.get("status").getAsString());
        assertEquals(24.0, first.getAsJsonObject("metrics").get("psnr").getAsDouble());
        assertEquals("planned", all.getLast().get("status").getAsString());
        var group = objects(json, "groups").getFirst();
        assertTrue(
                group.keySet()
                        .containsAll(Set.of("variant", "levels", "metric", "mean", "sd", "n")));
    }

    @Test
    void meansAndDeviationsAreThoseOfTheHand() {
        var json = Use.of("compare", "--runs", runs, "--json").json();
        // 24 and 26: mean 25, deviations -1 and 1, sample variance 2.
        figures(named(json, "groups", "MedNeRF", "psnr"), 25, Math.sqrt(2), 2);
        // 25.5 and 28.5: mean 27, deviations -1.5 and 1.5, sample variance 4.5.
        figures(named(json, "groups", "UMedNeRF", "psnr"), 27, Math.sqrt(4.5), 2);
        figures(named(json, "groups", "UMedNeRF", "ssim"), 0.5, 0, 2);
    }

    @Test
    void differencesArePairedBySeed() {
        var json = Use.of("compare", "--runs", runs, "--json").json();
        // 1.5 for seed 1 and 2.5 for seed 2: mean 2, sample variance 0.5.
        figures(named(json, "differences", "UMedNeRF", "psnr"), 2, Math.sqrt(0.5), 2);
        var other = Use.of("compare", "--runs", runs, "--baseline", "UMedNeRF", "--json").json();
        figures(named(other, "differences", "MedNeRF", "psnr"), -2, Math.sqrt(0.5), 2);
    }

    @Test
    void textShowsVariantsBaselinesAndDifferences() {
        var text = Use.of("compare", "--runs", runs).done().out();
        for (var part :
                List.of("25.00 ± 1.41", "27.00 ± 2.12", "mean-image", "15.50", "nearest-view")) {
            assertTrue(text.contains(part), () -> part + " is not in\n" + text);
        }
        assertTrue(text.contains("2.0000 ± 0.7071"), text);
    }

    @Test
    void otherFormats() {
        var csv = Use.of("compare", "--runs", runs, "--format", "csv").done().out();
        assertTrue(csv.startsWith("variant,metric,mean,sd,n\n"), csv);
        assertTrue(csv.contains("MedNeRF,psnr,25.0,1.4142135623730951,2\n"), csv);
        var markdown = Use.of("compare", "--runs", runs, "--format", "markdown").done().out();
        assertTrue(markdown.startsWith("| variant | n | "), markdown);
        var latex = Use.of("compare", "--runs", runs, "--format", "latex").done().out();
        assertTrue(latex.contains("\\toprule") && latex.contains("25.00 $\\pm$ 1.41"), latex);
    }
}
