// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.cli.Console;
import org.penumbra.cli.report.RunSearch;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunsFolder;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class CurvesTest {
    private static final String PROPERTY = "penumbra.cache";

    @TempDir Path folder;
    private Path runs;
    private RunFolder run;

    @BeforeEach
    void fill() {
        System.setProperty(PROPERTY, folder.resolve("cache").toString());
        runs = folder.resolve("runs");
        run = Samples.finished(runs, "MedNeRF", 1, Map.of("psnr", 26.5));
        write(1, 3000);
        // The checkpoint was of step 2000.
        write(2001, 4000);
    }

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    private void write(int from, int to) {
        try (var log = run.newAttempt().openEvents(from)) {
            for (int step = from; step <= to; step++) {
                log.scalars(step, Map.of("loss/total", step * 0.1));
            }
            log.scalar("eval/psnr", to, Double.NaN);
        }
    }

    private List<String> lines(Object... arguments) {
        var all = new ArrayList<Object>(List.of("curves", run.path()));
        all.addAll(List.of(arguments));
        return Use.of(all.toArray()).done().out().lines().toList();
    }

    @Test
    void everyStepIsPrintedOnce() {
        var lines = lines("--tag", "loss/*", "--full");
        assertEquals("run,tag,step,wall_time,value", lines.getFirst());
        assertEquals(4001, lines.size());
        for (int step = 1; step <= 4000; step++) {
            var cells = lines.get(step).split(",");
            assertEquals("MedNeRF/seed=1", cells[0]);
            assertEquals("loss/total", cells[1]);
            assertEquals(step, Long.parseLong(cells[2]));
            assertTrue(cells[3].matches("1[0-9]{9}[.][0-9]+"), cells[3]);
            assertEquals((float) (step * 0.1), Float.parseFloat(cells[4]));
        }
    }

    @Test
    void aCurveIsDecimatedUnlessAllIsAskedFor() {
        assertTrue(lines("--tag", "loss/*").size() <= 1001);
        var few = lines("--tag", "loss/*", "--points", 20);
        assertTrue(few.size() <= 21, few::toString);
        assertTrue(few.get(1).contains(",1,") && few.getLast().contains(",4000,"), few::toString);
    }

    @Test
    void aRangeOfSteps() {
        var lines = lines("--tag", "loss/total", "--from", 1990, "--to", 2010, "--full");
        assertEquals(22, lines.size());
        assertTrue(lines.get(1).contains(",1990,") && lines.getLast().contains(",2010,"));
        assertEquals(6, lines("--tag", "loss/*", "--from", 3996, "--points", 10).size());
    }

    @Test
    void aSummaryForPeople() {
        var text = String.join("\n", lines("--format", "text"));
        assertTrue(text.contains("loss/total"), text);
        assertTrue(text.contains("4000") && text.contains("400.000"), text);
        assertTrue(text.contains("eval/psnr"), text);
        var part = String.join("\n", lines("--format", "text", "--tag", "loss/*", "--to", 10));
        assertTrue(part.contains(" 10 ") && part.contains("1.00000"), part);
    }

    @Test
    void asJson() {
        var json =
                Use.of("curves", "MedNeRF/seed=1", "--runs", runs, "--json", "--full")
                        .done()
                        .json();
        var curves = json.getAsJsonArray("curves");
        assertEquals(2, curves.size());
        var psnr = curves.get(0).getAsJsonObject();
        assertEquals("eval/psnr", psnr.get("tag").getAsString());
        assertEquals("MedNeRF-s1", psnr.get("folder").getAsString());
        assertTrue(psnr.getAsJsonArray("points").get(0).getAsJsonArray().get(2).isJsonNull());
        assertEquals(4000, curves.get(1).getAsJsonObject().getAsJsonArray("points").size());
    }

    @Test
    void theIndexIsNotInTheRunsFolder() throws Exception {
        lines("--format", "text");
        try (var files = Files.list(runs)) {
            assertEquals(List.of(run.path()), files.toList());
        }
        assertTrue(Files.exists(folder.resolve("cache/index")));
    }

    @Test
    void curvesThatAreNotThereAreTold() {
        var use = Use.of("curves", run.path(), "--tag", "gradient/*").done();
        assertEquals("run,tag,step,wall_time,value\n", use.out());
        assertTrue(use.err().contains("--format text"), use.err());
    }

    @Test
    void wrongRequestsAreOneSentence() {
        Use.of("curves", "nobody", "--runs", runs).refused("nobody");
        Use.of("curves", run.path(), "--format", "xml").refused("xml", "csv, json or text");
        Use.of("curves", run.path(), "--points", "3").refused("3", "10");
        Use.of("curves", run.path(), "--points", "30", "--full").refused("--full");
        Use.of("curves", run.path(), "--from", "9", "--to", "1").refused("9", "1");
    }

    @Test
    void reindexSaysWhatItRead() {
        var text = Use.of("reindex", "--runs", runs).done().out();
        assertTrue(text.startsWith("Indexed 1 runs with 5,002 scalars in "), text);
        var json = Use.of("reindex", "--runs", runs, "--json").done().json();
        assertEquals(1, json.get("runs").getAsInt());
        assertEquals(5002, json.get("scalars").getAsLong());
        assertEquals(0, json.getAsJsonArray("problems").size());
        Use.of("reindex", "--runs", folder.resolve("none")).refused("none");
    }

    @Test
    void runsAreFoundByWords() {
        Samples.planned(runs, "UMedNeRF", 7);
        assertEquals(List.of("MedNeRF/seed=1"), found("mednerf"));
        assertEquals(List.of("UMedNeRF/seed=7"), found("seed=7"));
        assertEquals(2, found("iterations=600").size());
    }

    private List<String> found(String text) {
        var out = new PrintWriter(new StringWriter());
        var console = new Console(out, out, false, false);
        return RunSearch.among(RunsFolder.read(runs), text, console).runs().stream()
                .map(found -> found.description().name())
                .toList();
    }

    @Test
    void benchIndexMeasuresAndCleansUp() {
        var json =
                Use.of("bench", "index", "--runs", 3, "--scalars", 2, "--steps", 50, "--json")
                        .done()
                        .json();
        assertEquals(300, json.get("scalars").getAsLong());
        assertEquals(3, json.get("table_rows").getAsInt());
        assertEquals(6, json.get("table_values").getAsInt());
        assertEquals(0, json.get("warm_open_changed_runs").getAsInt());
        assertTrue(json.get("warm_open_seconds").getAsDouble() > 0);
        assertTrue(json.get("ingest_scalars_per_second_per_core").getAsDouble() > 0);
        var keep = folder.resolve("kept");
        Use.of("bench", "index", "--runs", 1, "--steps", 5, "--keep", keep).done();
        assertTrue(Files.exists(keep.resolve("runs/bench-s00000/run.json")));
        Use.of("bench", "index", "--keep", keep).refused("kept");
    }

    @Test
    void benchIndexNeedsRoom() {
        var keep = folder.resolve("huge");
        Use.of("bench", "index", "--runs", 2_000_000, "--steps", 1_000_000, "--keep", keep)
                .refused("MiB", "--runs");
        assertFalse(Files.exists(keep), "nothing is left");
        Use.of("bench", "index", "--runs", 0).refused("--runs");
    }
}
