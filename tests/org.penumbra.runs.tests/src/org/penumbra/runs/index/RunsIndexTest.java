// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.index.data.CurveQuery;
import org.penumbra.runs.index.data.CurveSummary;
import org.penumbra.runs.index.data.IndexedRun;
import org.penumbra.runs.index.data.RunQuery;
import org.penumbra.runs.specimens.Specimens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RunsIndexTest {
    @TempDir Path folder;
    private Path runs;
    private RunsIndex index;

    @BeforeEach
    void open() throws IOException {
        runs = Files.createDirectories(folder.resolve("runs"));
        index = RunsIndex.open(runs, folder.resolve("cache"));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private RunFolder finished(String variant, long seed, double psnr, double... losses) {
        var description = Specimens.description(variant, seed);
        var run = Specimens.finished(runs, description, Map.of("psnr", psnr));
        try (var log = run.newAttempt().openEvents(1)) {
            for (int i = 0; i < losses.length; i++) {
                log.scalar("loss/total", i + 1, losses[i]);
            }
        }
        return run;
    }

    private static String name(RunFolder run) {
        return run.path().getFileName().toString();
    }

    private List<String> names(RunQuery query) {
        return index.runs(query).stream().map(IndexedRun::name).toList();
    }

    @Test
    void aTableHasFiguresAndLastValues() {
        finished("MedNeRF", 1, 26.5, 3, 2, 1);
        finished("UMedNeRF", 1, Double.NaN, 5, 4);
        finished("UMedNeRF", 2, 28.25, 9, Double.NaN);
        var refresh = index.refresh();
        assertEquals(3, refresh.changed());
        assertEquals(7, refresh.scalars());
        var table = index.runs(RunQuery.ALL.with(List.of("loss/total")).sortedBy("psnr", true));
        assertEquals(
                List.of(28.25, 26.5, Double.NaN),
                table.stream().map(r -> r.figure("psnr")).toList());
        assertEquals(
                List.of(Double.NaN, 1.0, 4.0),
                table.stream().map(r -> r.figure("loss/total")).toList());
        assertEquals(
                List.of("UMedNeRF/seed=1", "UMedNeRF/seed=2", "MedNeRF/seed=1").stream()
                        .sorted()
                        .toList(),
                names(RunQuery.ALL).stream().sorted().toList());
        var first = table.get(1);
        assertEquals("specimen", first.experiment());
        assertEquals(1, first.seed());
        assertEquals(RunState.FINISHED, first.progress().state());
        assertEquals("phantom", index.parameters(first.folder()).get("data/kind"));
    }

    @Test
    void runsAreFilteredByStateAndVariant() {
        finished("MedNeRF", 1, 1);
        finished("UMedNeRF", 1, 1).status(RunStatus.of(RunState.FAILED, "no room"));
        index.refresh();
        var failed =
                new RunQuery(
                        "",
                        Optional.of(RunState.FAILED),
                        Optional.empty(),
                        Optional.of("UMedNeRF"),
                        List.of(),
                        Optional.empty(),
                        false);
        assertEquals(List.of("UMedNeRF/seed=1"), names(failed));
        assertEquals("no room", index.runs(failed).getFirst().progress().message());
    }

    @Test
    void curvesAreFoundByPatterns() {
        var run = finished("MedNeRF", 1, 1, 3, 2);
        try (var log = run.newAttempt().openEvents(3)) {
            log.scalars(3, Map.of("loss/total", 1.0, "eval/psnr", 20.0));
        }
        index.refresh();
        assertEquals(List.of("eval/psnr", "loss/total"), tags(List.of()));
        assertEquals(List.of("loss/total"), tags(List.of("loss/*", "*total")));
        assertEquals(List.of("eval/psnr"), tags(List.of("*psn?")));
        assertEquals(List.of(), tags(List.of("[")));
        var query = new CurveQuery(List.of(name(run)), List.of("loss/*"));
        var curve = index.decimated(query, 10).getFirst();
        assertEquals(3, curve.points().size());
        assertEquals(2.0, index.decimated(query, 2, 2, 10).getFirst().points().value(0));
        assertThrows(IllegalArgumentException.class, () -> index.decimated(query, 3));
    }

    private List<String> tags(List<String> patterns) {
        return index.summaries(new CurveQuery(List.of(), patterns)).stream()
                .map(CurveSummary::tag)
                .toList();
    }

    @Test
    void onlyWhatChangedIsReadAgain() {
        var one = finished("MedNeRF", 1, 1, 3, 2);
        finished("MedNeRF", 2, 1, 3, 2);
        index.refresh();
        assertEquals(0, index.refresh().changed());
        one.status(RunStatus.of(RunState.CANCELLED, ""));
        var refresh = index.refresh();
        assertEquals(1, refresh.changed());
        assertEquals(0, refresh.scalars(), "its curves are as they were");
        assertEquals(RunState.CANCELLED, index.runs(RunQuery.ALL).getFirst().progress().state());
        assertEquals(2, index.summaries(CurveQuery.ofRun(name(one))).getFirst().count());
        try (var log = one.newAttempt().openEvents(3)) {
            log.scalar("loss/total", 3, 1);
        }
        assertEquals(1, index.refresh().scalars(), "only the new file was read");
        assertEquals(3, index.summaries(CurveQuery.ofRun(name(one))).getFirst().count());
    }

    @Test
    void foldersMayGoAwayAndGetOtherNames() throws IOException {
        var one = finished("MedNeRF", 1, 1, 3, 2);
        var two = finished("MedNeRF", 2, 1, 3, 2);
        index.refresh();
        Files.move(one.path(), runs.resolve("renamed"));
        Files.move(two.path(), folder.resolve("elsewhere"));
        var refresh = index.refresh();
        assertEquals(1, refresh.runs());
        assertEquals(2, refresh.removed());
        assertEquals("renamed", index.runs(RunQuery.ALL).getFirst().folder());
        assertEquals(1, index.summaries(CurveQuery.ALL).size());
    }

    @Test
    void foreignFilesAndHiddenFoldersAreNoRuns() throws IOException {
        var run = finished("MedNeRF", 1, 1);
        Files.createDirectories(runs.resolve("notes/attempts"));
        Files.writeString(runs.resolve("readme.txt"), "not a run");
        Files.createDirectories(runs.resolve(".trash"));
        Files.move(run.path(), runs.resolve(".trash/run"));
        Files.createDirectories(runs.resolve(".slurm"));
        assertEquals(0, index.refresh().runs());
        assertEquals(List.of(), index.problems());
    }

    @Test
    void aDamagedRunIsAProblemUntilItIsRepaired() throws IOException {
        var run = finished("MedNeRF", 1, 1, 3, 2);
        var file = run.path().resolve("run.json");
        var good = Files.readString(file);
        index.refresh();
        Files.writeString(file, "{");
        index.refresh();
        assertEquals(List.of(), index.runs(RunQuery.ALL));
        assertEquals(1, index.problems().size());
        assertTrue(
                index.problems().getFirst().contains(file.toString()), index.problems()::toString);
        assertEquals(0, index.refresh().changed());
        Files.writeString(file, good);
        index.refresh();
        assertEquals(List.of(), index.problems());
        assertEquals(2, index.summaries(CurveQuery.ALL).getFirst().count());
    }

    @Test
    void aDamagedSmallFileHidesNothingElse() throws IOException {
        var run = finished("MedNeRF", 1, 1, 3, 2);
        Files.writeString(run.path().resolve("results.json"), "[]");
        Files.writeString(run.path().resolve("annotations.json"), "nonsense");
        index.refresh();
        var indexed = index.runs(RunQuery.ALL).getFirst();
        assertEquals(RunState.FINISHED, indexed.progress().state());
        assertTrue(indexed.problem().isPresent());
        assertEquals(1, index.summaries(CurveQuery.ALL).size());
    }

    @Test
    void aFolderThatCannotBeLookedAtIsAProblem() throws IOException {
        finished("MedNeRF", 1, 1);
        var loop = Files.createDirectories(runs.resolve("loop")).resolve("run.json");
        Files.createSymbolicLink(loop, loop);
        assertEquals(2, index.refresh().runs());
        assertEquals(1, index.runs(RunQuery.ALL).size());
        assertTrue(index.problems().getFirst().contains("loop"), index.problems()::toString);
    }

    @Test
    void aLogThatWasReplacedIsReadAgain() throws IOException {
        var run = finished("MedNeRF", 1, 1, 3, 2);
        index.refresh();
        var log = run.attempts().getFirst().events().getFirst();
        Files.delete(log);
        try (var other = run.attempts().getFirst().openEvents(1)) {
            for (int step = 1; step <= 50; step++) {
                other.scalar("loss/total", step, -step);
            }
        }
        index.refresh();
        var curve = index.summaries(CurveQuery.ALL).getFirst();
        assertEquals(50, curve.count());
        assertEquals(-50, curve.min());
    }

    @Test
    void rebuildingReadsEverything() {
        finished("MedNeRF", 1, 1, 3, 2);
        index.refresh();
        assertEquals(2, index.rebuild((done, all) -> assertEquals(all, done)).scalars());
        assertEquals(1, index.summaries(CurveQuery.ALL).size());
    }

    @Test
    void thereMustBeARunsFolder() {
        var none = runs.resolve("none");
        var refusal = assertThrows(InputException.class, () -> RunsIndex.open(none, folder));
        assertTrue(refusal.getMessage().contains(none.toString()));
    }
}
