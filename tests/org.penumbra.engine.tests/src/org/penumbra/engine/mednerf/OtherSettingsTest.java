// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.engine.method.Methods;
import org.penumbra.engine.method.SmallRun;
import org.penumbra.engine.method.Trainer;
import org.penumbra.engine.worker.SmallTraining;
import org.penumbra.io.InputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A training goes on from a checkpoint with other settings, as a branched run does. */
class OtherSettingsTest {
    private static final List<String> FILES =
            List.of("generator", "generator_test", "discriminator", "fine_tuning");

    @TempDir Path temporary;

    private static JsonObject with(String path, String value) {
        var settings = SmallTraining.settings();
        var segments = path.split("/");
        var inner = settings;
        for (int i = 0; i < segments.length - 1; i++) {
            inner = inner.getAsJsonObject(segments[i]);
        }
        inner.add(segments[segments.length - 1], JsonParser.parseString(value));
        return settings;
    }

    private static Trainer trainer(JsonObject settings) {
        return Methods.find("MedNeRF", 1).trainer(SmallRun.task(settings));
    }

    /** The state of the small training, or of one with these settings, after some steps. */
    private Path state(JsonObject settings, long step) {
        try (var trainer = trainer(settings)) {
            return advanced(trainer, step);
        }
    }

    /** The state after some steps of a training that goes on from another's state. */
    private Path state(Path from, JsonObject settings, long step) {
        try (var trainer = trainer(settings)) {
            trainer.restore(from);
            return advanced(trainer, step);
        }
    }

    private Path advanced(Trainer trainer, long step) {
        try {
            while (trainer.step() < step) {
                trainer.advance();
            }
            var folder = Files.createTempDirectory(temporary, "state");
            trainer.save(folder);
            return folder;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path state, String file) {
        try {
            return Files.readAllBytes(state.resolve(file + ".safetensors"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertSame(Path expected, Path state) {
        FILES.forEach(file -> assertArrayEquals(bytes(expected, file), bytes(state, file), file));
    }

    private static void assertOther(Path one, Path other, String file) {
        assertFalse(
                java.util.Arrays.equals(bytes(one, file), bytes(other, file)), file + " is equal");
    }

    @Test
    void withoutAChangeItEndsWithTheParentsBits() {
        var end = state(SmallTraining.settings(), 8);
        for (long step : new long[] {2, 4, 6, 8}) {
            var cut = state(SmallTraining.settings(), step);
            assertSame(end, state(cut, SmallTraining.settings(), 8));
        }
    }

    @Test
    void anotherLossWeightActsFromTheNextStepOn() {
        var other = with("losses/perceptual/weight", "0.9");
        var parent = state(SmallTraining.settings(), 5);
        assertSame(parent, state(parent, other, 5));
        assertOther(state(SmallTraining.settings(), 6), state(parent, other, 6), "generator_test");
    }

    @Test
    void aLossWeightOfTheFittingDoesNotTouchWhatComesBeforeIt() {
        var other = with("losses/perceptual/weight", "0.9");
        var parent = state(SmallTraining.settings(), 2);
        assertSame(state(SmallTraining.settings(), 4), state(parent, other, 4));
        assertSame(state(other, 8), state(parent, other, 8));
    }

    @Test
    void learningRatesAndSchedulesComeFromTheSettings() {
        var parent = state(SmallTraining.settings(), 3);
        assertEquals(2.5e-4, rate(parent, SmallTraining.settings()));
        assertEquals(5e-5, rate(parent, with("generatorOptimiser/learningRate", "1e-4")));
        assertEquals(5e-4, rate(parent, with("schedule/milestones", "[]")));
        assertEquals(5e-5, rate(parent, with("schedule/factor", "0.1")));
        var fitting = state(SmallTraining.settings(), 6);
        assertEquals(
                1e-5, rate(fitting, with("fineTuning/generatorOptimiser/learningRate", "1e-5")));
        assertOther(
                state(fitting, SmallTraining.settings(), 7),
                state(fitting, with("fineTuning/uncertainty/learningRate", "0.1"), 7),
                "fine_tuning");
    }

    private static double rate(Path from, JsonObject settings) {
        try (var trainer = trainer(settings)) {
            trainer.restore(from);
            return trainer.advance().get("learning_rate/generator");
        }
    }

    @Test
    void theFittingBeginsWithItsOwnSettingsWhereTheParentsHadNotBegun() {
        for (var other :
                List.of(
                        with("fineTuning/uncertainty/initialSigma", "2"),
                        with("fineTuning/generatorOptimiser/kind", "\"adam\""),
                        with("fineTuning/weighting", "\"fixed\""),
                        with("fineTuning/view", "3"))) {
            for (long step : new long[] {2, 4}) {
                var parent = state(SmallTraining.settings(), step);
                assertSame(state(other, 8), state(parent, other, 8));
            }
        }
        var fixed = with("fineTuning/weighting", "\"fixed\"");
        assertSame(
                state(SmallTraining.settings(), 8),
                state(state(fixed, 4), SmallTraining.settings(), 8));
    }

    @Test
    void morePhaseOneIsDoneBeforeTheFittingBegins() {
        var longer = with("iterations", "6");
        for (long step : new long[] {1, 4}) {
            var parent = state(SmallTraining.settings(), step);
            assertSame(state(longer, 10), state(parent, longer, 10));
        }
        var shorter = with("iterations", "2");
        assertSame(state(shorter, 6), state(state(SmallTraining.settings(), 2), shorter, 6));
    }

    @Test
    void aPhaseCannotEndOtherwiseOnceItIsOver() {
        var fitting = state(SmallTraining.settings(), 6);
        refused(fitting, with("iterations", "5"), "iterations cannot be 5");
        refused(fitting, with("iterations", "3"), "4 adversarial iterations of 6 steps");
        refused(state(SmallTraining.settings(), 3), with("iterations", "2"), "earlier step");
        refused(fitting, with("fineTuning/iterations", "1"), "at step 5");
    }

    @Test
    void otherShapesAndOtherOptimisersAreRefused() {
        var parent = state(SmallTraining.settings(), 6);
        refused(parent, with("field/width", "16"), "settings differ");
        refused(parent, with("discriminator/features", "8"), "settings differ");
        refused(parent, with("generatorOptimiser/kind", "\"adam\""), "lack");
        refused(parent, with("fineTuning/codeOptimiser/kind", "\"rmsprop\""), "lack");
    }

    private static void refused(Path from, JsonObject settings, String words) {
        try (var trainer = trainer(settings)) {
            var error = assertThrows(InputException.class, () -> trainer.restore(from));
            assertTrue(error.getMessage().contains(words), error.getMessage());
            assertEquals(1, error.getMessage().lines().count());
        }
    }

    @Test
    void whatStoppedGoesOnWhereMoreIsWanted() {
        var easy = with("fineTuning/stopPsnr", "0.5");
        var stopped = state(easy, 5);
        try (var same = trainer(easy);
                var more = trainer(with("fineTuning/stopPsnr", "90"))) {
            same.restore(stopped);
            assertTrue(same.finished());
            more.restore(stopped);
            assertFalse(more.finished());
            more.advance();
            assertEquals(6, more.step());
        }
    }
}
