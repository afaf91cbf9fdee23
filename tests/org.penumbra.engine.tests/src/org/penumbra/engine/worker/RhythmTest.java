// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.Test;
import org.penumbra.engine.settings.EvaluationSettings;
import org.penumbra.engine.settings.ResourceSettings;

import java.util.concurrent.TimeUnit;

class RhythmTest {
    /** Nanoseconds from the middle of nowhere, as {@link System#nanoTime} counts them. */
    private long now = Long.MAX_VALUE - 5;

    private Rhythm rhythm(int everySteps, int everyMinutes) {
        var resources = new JsonObject();
        resources.addProperty("checkpointEvery", everySteps);
        resources.addProperty("checkpointMinutes", everyMinutes);
        var evaluation = new JsonObject();
        evaluation.addProperty("profile", "mednerf");
        evaluation.addProperty("every", 0);
        return new Rhythm(
                ResourceSettings.read(resources), EvaluationSettings.read(evaluation), () -> now);
    }

    private void pass(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void checkpointsAreDueEverySoManySteps() {
        var rhythm = rhythm(3, 0);
        assertFalse(rhythm.checkpoint(2));
        assertTrue(rhythm.checkpoint(3));
        pass(1_000_000);
        assertFalse(rhythm.checkpoint(4), "0 minutes leave it to the steps");
    }

    @Test
    void checkpointsAreDueEverySoManyMinutesWithoutOne() {
        var rhythm = rhythm(0, 2);
        pass(119);
        assertFalse(rhythm.checkpoint(7));
        pass(1);
        assertTrue(rhythm.checkpoint(8));
        assertTrue(rhythm.checkpoint(9), "until it is written");
        rhythm.saved();
        assertFalse(rhythm.checkpoint(10));
        pass(120);
        assertTrue(rhythm.checkpoint(11));
    }

    @Test
    void aCheckpointForTheStepsPutsOffTheOneForTheMinutes() {
        var rhythm = rhythm(10, 2);
        pass(100);
        assertTrue(rhythm.checkpoint(10));
        rhythm.saved();
        pass(100);
        assertFalse(rhythm.checkpoint(11));
    }

    @Test
    void runsOfEarlierReleasesSaveEveryTenMinutes() {
        assertEquals(10, ResourceSettings.read(new JsonObject()).checkpointMinutes());
    }
}
