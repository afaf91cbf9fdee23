// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.engine.method.Methods;
import org.penumbra.engine.method.SmallRun;
import org.penumbra.engine.method.Trainer;
import org.penumbra.engine.worker.SmallTraining;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.InputException;
import org.penumbra.io.json.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class GrafTrainerTest {
    @TempDir Path temporary;

    @Test
    void mednerfCutAnywhereGoesOnToTheSameBits() throws IOException {
        assertCutsDoNotMatter("MedNeRF", SmallTraining.settings());
    }

    @Test
    void umednerfCutAnywhereGoesOnToTheSameBits() throws IOException {
        assertCutsDoNotMatter("UMedNeRF", SmallTraining.settings());
    }

    @Test
    void fineTuningOnPatchesCutAnywhereGoesOnToTheSameBits() throws IOException {
        var settings = SmallTraining.settings();
        set(settings, "fineTuning", "patchSize", new JsonPrimitive(12));
        set(settings, "fineTuning", "weighting", new JsonPrimitive("fixed"));
        assertCutsDoNotMatter("MedNeRF", settings);
    }

    private void assertCutsDoNotMatter(String method, JsonObject settings) throws IOException {
        var expected = finalState(method, settings, 0);
        for (int cut : new int[] {1, 3, 4, 5, 7}) {
            var state = finalState(method, settings, cut);
            assertEquals(expected.keySet(), state.keySet());
            for (var file : expected.keySet()) {
                assertArrayEquals(expected.get(file), state.get(file), file + ", cut at " + cut);
            }
        }
    }

    /** The files of the last state, where the training was saved and taken up after some step. */
    private Map<String, byte[]> finalState(String method, JsonObject settings, int cut)
            throws IOException {
        var folder = Files.createDirectory(temporary.resolve("cut-" + cut));
        try (var first = trainer(method, settings)) {
            advance(first, cut);
            first.save(Files.createDirectory(folder.resolve("half")));
        }
        try (var second = trainer(method, settings)) {
            second.restore(folder.resolve("half"));
            assertEquals(cut, second.step());
            advance(second, second.steps() - cut);
            assertTrue(second.finished());
            second.save(Files.createDirectory(folder.resolve("whole")));
        }
        return contents(folder.resolve("whole"));
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    /** Random numbers are counted by seed, purpose and step: the step is the sampler's position. */
    @Test
    void theStateRecordsPhaseAndStepWhichAreTheSamplersPosition() {
        try (var trainer = trainer("UMedNeRF", SmallTraining.settings())) {
            for (long step = 1; step <= trainer.steps(); step++) {
                trainer.advance();
                var folder = temporary.resolve("step-" + step);
                assertTrue(folder.toFile().mkdir());
                trainer.save(folder);
                var state = Json.parse(folder.resolve("state.json")).getAsJsonObject();
                assertEquals(step, state.get("step").getAsLong());
                assertEquals(trainer.phase(), state.get("phase").getAsString());
            }
        }
    }

    @Test
    void phasesFollowEachOtherAndTellTheirFigures() {
        try (var trainer = trainer("UMedNeRF", SmallTraining.settings())) {
            assertEquals(List.of(new ViewKey("01", 0)), trainer.fittedViews());
            assertEquals("adversarial", trainer.phase());
            var first = trainer.advance();
            assertTrue(first.containsKey("loss/generator"));
            assertTrue(first.get("loss/discriminator") >= first.get("loss/reconstruction"));
            assertEquals(5e-4, first.get("learning_rate/generator"));
            advance(trainer, 1);
            assertEquals(2.5e-4, trainer.advance().get("learning_rate/generator"));
            advance(trainer, 1);
            assertEquals("fine-tuning", trainer.phase());
            var last = trainer.advance();
            assertEquals(1, last.get("uncertainty/sigma/pixel"), 0.01);
            assertTrue(last.keySet().containsAll(java.util.List.of("loss/pixel", "loss/prior")));
        }
    }

    @Test
    void fineTuningComesNearerToItsView() {
        var settings = SmallTraining.settings();
        settings.add("iterations", new JsonPrimitive(0));
        set(settings, "fineTuning", "iterations", new JsonPrimitive(60));
        try (var trainer = trainer("MedNeRF", settings)) {
            var before = trainer.advance().get("fine_tuning/psnr");
            advance(trainer, 58);
            var after = trainer.advance().get("fine_tuning/psnr");
            assertTrue(after > before + 3, () -> before + " dB, then " + after + " dB");
        }
    }

    @Test
    void furtherViewsAreFittedInTurn() {
        var settings = SmallTraining.settings();
        settings.add("iterations", new JsonPrimitive(0));
        set(settings, "fineTuning", "iterations", new JsonPrimitive(120));
        var further = new JsonArray();
        further.add(2);
        settings.getAsJsonObject("fineTuning").add("furtherViews", further);
        try (var trainer = trainer("MedNeRF", settings)) {
            assertEquals(
                    List.of(new ViewKey("01", 0), new ViewKey("01", 2)), trainer.fittedViews());
            var first = trainer.advance().get("fine_tuning/psnr");
            var second = trainer.advance().get("fine_tuning/psnr");
            advance(trainer, 116);
            assertTrue(trainer.advance().get("fine_tuning/psnr") > first + 2);
            assertTrue(trainer.advance().get("fine_tuning/psnr") > second + 2);
        }
    }

    @Test
    void stopsWhereThePsnrIsReached() {
        var settings = SmallTraining.settings();
        set(settings, "fineTuning", "stopPsnr", new JsonPrimitive(0.5));
        try (var trainer = trainer("MedNeRF", settings)) {
            advance(trainer, 5);
            assertTrue(trainer.finished());
            assertEquals(5, trainer.step());
        }
    }

    @Test
    void rendersGreyFromAnySide() {
        try (var trainer = trainer("MedNeRF", SmallTraining.settings())) {
            var view = trainer.render(123.4, 9);
            assertEquals(81, view.length);
            for (float value : view) {
                assertTrue(value >= 0 && value <= 1, () -> "grey value " + value);
            }
            assertArrayEquals(trainer.render(0, 9), trainer.render(0.1, 9));
        }
    }

    @Test
    void aLossWithoutItsWeightsStopsBeforeTheStart() {
        var settings = SmallTraining.settings();
        set(
                settings.getAsJsonObject("losses"),
                "perceptual",
                "kind",
                new JsonPrimitive("lpips_alex"));
        var error = assertThrows(InputException.class, () -> trainer("MedNeRF", settings));
        assertTrue(error.getMessage().contains("lpips_alex"), error.getMessage());
    }

    @Test
    void aTargetLargerThanTheDataIsRefused() {
        var settings = SmallTraining.settings();
        set(settings, "fineTuning", "imageSize", new JsonPrimitive(32));
        var error = assertThrows(InputException.class, () -> trainer("MedNeRF", settings));
        assertTrue(error.getMessage().contains("imageSize"), error.getMessage());
    }

    @Test
    void imagesTooSmallForALossAreRefusedBeforeTheStart() {
        var settings = SmallTraining.settings();
        set(settings, "fineTuning", "patchSize", new JsonPrimitive(9));
        var error = assertThrows(InputException.class, () -> trainer("MedNeRF", settings));
        assertTrue(error.getMessage().contains("11 pixels"), error.getMessage());
    }

    private static void set(JsonObject settings, String object, String name, JsonPrimitive value) {
        settings.getAsJsonObject(object).add(name, value);
    }

    private static Trainer trainer(String method, JsonObject settings) {
        return Methods.find(method, 1).trainer(SmallRun.task(settings));
    }

    private static void advance(Trainer trainer, long steps) {
        for (long i = 0; i < steps; i++) {
            trainer.advance();
        }
    }
}
