// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonPrimitive;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.engine.method.SmallRun;
import org.penumbra.io.numpy.Npy;
import org.penumbra.runs.checkpoints.Checkpoint;
import org.penumbra.runs.events.Curves;
import org.penumbra.runs.events.Point;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.ownership.Claim;
import org.penumbra.runs.results.ViewScore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

class WorkerTest {
    @TempDir Path temporary;

    private RunFolder small(String name) {
        return SmallRun.create(temporary.resolve(name), "UMedNeRF", SmallTraining.settings());
    }

    private static int run(RunFolder folder) {
        return Worker.execute(List.of("run", folder.path().toString()));
    }

    @Test
    void aRunLeavesCurvesCheckpointsRendersAndResults() {
        var folder = small("run");
        assertEquals(0, run(folder));
        assertEquals(RunState.FINISHED, folder.status().state());
        assertEquals(8, folder.status().step());
        var curves = Curves.read(folder);
        assertEquals(List.of(1L, 2L, 3L, 4L), steps(curves.get("loss/generator")));
        assertEquals(List.of(5L, 6L, 7L, 8L), steps(curves.get("uncertainty/weight/pixel")));
        assertEquals(List.of(2L, 4L, 6L, 8L), steps(curves.get("eval/heldout_psnr")));
        assertEquals(List.of(8L, 6L, 3L), folder.checkpoints().steps());
        assertEquals(List.of(6L, 8L), folder.renders().steps());
        assertResults(folder);
        assertTrue(Files.exists(folder.attempts().getFirst().path().resolve("environment.json")));
    }

    private static List<Long> steps(List<Point> curve) {
        return curve.stream().map(Point::step).toList();
    }

    private static void assertResults(RunFolder folder) {
        var results = folder.results().orElseThrow();
        assertEquals(8, results.steps());
        assertEquals(
                List.of("01:0", "01:2", "01:5"),
                results.views().stream().map(score -> score.view().toString()).toList());
        assertEquals(ViewScore.HELD_OUT, results.views().get(2).role());
        var mean = results.metrics().get("heldout_psnr");
        assertEquals(
                mean,
                (results.views().get(1).metrics().get("psnr")
                                + results.views().get(2).metrics().get("psnr"))
                        / 2,
                1e-9);
        assertTrue(results.metrics().get("seconds") > 0);
        assertTrue(results.baselines().get("mean-image").get("heldout_psnr") > 5);
        assertTrue(
                results.baselines().get("nearest-view").get("heldout_ssim")
                        > results.metrics().get("heldout_ssim"));
    }

    @Test
    void aRunThatWasCutEndsWithTheSameBitsAndEachStepOnce() throws IOException {
        var whole = small("whole");
        assertEquals(0, run(whole));
        var cut = small("cut");
        cut.checkpoints().save(3, folder -> copy(whole, 3, folder));
        assertEquals(0, run(cut));
        for (var name : List.of("generator", "generator_test", "discriminator", "fine_tuning")) {
            assertArrayEquals(bytes(whole, name), bytes(cut, name), name);
        }
        assertEquals(whole.results().orElseThrow().views(), cut.results().orElseThrow().views());
        assertEquals(
                LongStream.rangeClosed(4, 8).boxed().toList(),
                steps(Curves.read(cut).get("learning_rate/generator")));
    }

    private static void copy(RunFolder from, long step, Path to) throws IOException {
        var source = from.path().resolve("checkpoints/step-%06d".formatted(step));
        try (var files = Files.list(source)) {
            for (var file : files.filter(file -> !file.endsWith("manifest.json")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static byte[] bytes(RunFolder folder, String name) throws IOException {
        Checkpoint last = folder.checkpoints().latest().orElseThrow();
        assertEquals(8, last.step());
        return Files.readAllBytes(last.file(name + ".safetensors"));
    }

    @Test
    void rendersNewViewsOfARun() {
        var folder = small("run");
        run(folder);
        var out = temporary.resolve("views");
        assertEquals(
                0,
                Worker.execute(
                        List.of(
                                "render",
                                folder.path().toString(),
                                "--angles",
                                "0:270:90",
                                "--out",
                                out.toString(),
                                "--size",
                                "12")));
        var views = Npy.read(out.resolve("views.npy"));
        assertArrayEquals(new int[] {4, 1, 12, 12}, views.shape());
        assertTrue(Files.exists(out.resolve("view-0003.png")));
        var rendered = folder.renders().latest().orElseThrow();
        assertEquals(0, rendered.angles()[0]);
    }

    @Test
    void renderingWithoutACheckpointIsWrongInput() {
        var folder = small("run");
        var arguments =
                List.of("render", folder.path().toString(), "--angles", "0", "--out", "unused");
        assertEquals(Worker.WRONG_INPUT, Worker.execute(arguments));
        assertFalse(Files.exists(Path.of("unused")));
    }

    @Test
    void otherDataThanPlannedFailTheRunWithOneSentence() {
        var data = SmallTraining.data();
        data.add("fingerprint", new JsonPrimitive("sha256:0"));
        var folder =
                SmallRun.create(
                        temporary.resolve("run"), "MedNeRF", SmallTraining.settings(), data);
        assertEquals(Worker.WRONG_INPUT, run(folder));
        assertEquals(RunState.FAILED, folder.status().state());
        assertTrue(folder.status().message().contains("plan it again"));
    }

    @Test
    void aMissingSettingIsNamedInTheStatus() {
        var settings = SmallTraining.settings();
        settings.getAsJsonObject("field").remove("width");
        var folder = SmallRun.create(temporary.resolve("run"), "MedNeRF", settings);
        assertEquals(Worker.WRONG_INPUT, run(folder));
        assertTrue(folder.status().message().contains("settings/field/width"));
    }

    @Test
    void anUnknownMethodIsWrongInput() {
        var folder =
                SmallRun.create(temporary.resolve("run"), "NewerNeRF", SmallTraining.settings());
        assertEquals(Worker.WRONG_INPUT, run(folder));
        assertTrue(folder.status().message().contains("MedNeRF 1"));
    }

    @Test
    void aDivergedTrainingFailsAndKeepsItsStory() throws IOException {
        var settings = SmallTraining.settings();
        settings.getAsJsonObject("generatorOptimiser").add("learningRate", new JsonPrimitive(1e38));
        var folder = SmallRun.create(temporary.resolve("run"), "MedNeRF", settings);
        assertEquals(Worker.FAILED, run(folder));
        assertTrue(folder.status().message().contains("diverged"), folder.status().message());
        var log = Files.readString(folder.attempts().getFirst().log());
        assertTrue(log.contains("at org.penumbra.engine.worker"), log);
    }

    @Test
    void twoProcessesCannotHaveOneRun() throws InterruptedException {
        var folder = small("run");
        try (var other = Claim.take(folder, Duration.ZERO)) {
            assertEquals(Worker.OWNED_ELSEWHERE, run(folder));
        }
        assertEquals(0, run(folder));
    }

    @Test
    void wrongCommandLinesAreWrongInput() {
        assertEquals(Worker.WRONG_INPUT, Worker.execute(List.of()));
        assertEquals(Worker.WRONG_INPUT, Worker.execute(List.of("dance")));
        assertEquals(Worker.WRONG_INPUT, Worker.execute(List.of("run")));
        assertEquals(
                Worker.WRONG_INPUT,
                Worker.execute(List.of("run", temporary.resolve("none").toString())));
    }
}
