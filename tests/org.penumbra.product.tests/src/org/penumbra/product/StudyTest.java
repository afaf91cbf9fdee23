// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.testing.Shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The product's main job, from the experiment to the table. */
class StudyTest {

    @TempDir Path folder;

    @Test
    void trainsComparesAndRenders() throws IOException {
        var study = Study.in(folder);
        var first = study.run().expect(0);
        for (var row : List.of("MedNeRF", "UMedNeRF", "mean-image", "nearest-view")) {
            assertTrue(first.out().contains(row), row);
        }
        var comparison = compare(study);
        assertEquals(Set.of("MedNeRF", "UMedNeRF"), variants(comparison));
        everyRunHasItsNumbers(comparison);
        rendersViews(study);
        doesNotTrainTwice(study);
    }

    private static JsonObject compare(Study study) {
        return study.penumbra().run("compare", "--runs", study.runs(), "--json").expect(0).json();
    }

    private static Set<String> variants(JsonObject comparison) {
        return rows(comparison, "groups").stream()
                .map(group -> group.get("variant").getAsString())
                .collect(Collectors.toSet());
    }

    private static List<JsonObject> rows(JsonObject comparison, String name) {
        var rows = comparison.getAsJsonArray(name);
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getAsJsonObject())
                .toList();
    }

    private static void everyRunHasItsNumbers(JsonObject comparison) {
        for (var run : rows(comparison, "runs")) {
            assertEquals("finished", run.get("status").getAsString());
            var metrics = run.getAsJsonObject("metrics");
            for (var metric : List.of("psnr", "ssim", "heldout_psnr", "heldout_ssim")) {
                assertTrue(Double.isFinite(metrics.get(metric).getAsDouble()), metric);
            }
        }
    }

    private void rendersViews(Study study) throws IOException {
        var out = folder.resolve("views");
        var run = rows(compare(study), "runs").getFirst().get("id").getAsString();
        study.penumbra()
                .run("render", run, "--runs", study.runs(), "--angles", "0:90:45", "--out", out)
                .expect(0);
        try (var files = Files.list(out)) {
            assertEquals(3, files.filter(file -> file.toString().endsWith(".png")).count());
        }
    }

    private static void doesNotTrainTwice(Study study) {
        var before = compare(study);
        study.run().expect(0);
        assertEquals(before, compare(study));
    }

    @Test
    void takesRealXrays() {
        var knee = Shared.path("data/mednerf-drr/knee");
        var study = Study.in(folder);
        study.run("--data", knee).expect(0);
        assertEquals(Set.of("MedNeRF", "UMedNeRF"), variants(compare(study)));
    }
}
