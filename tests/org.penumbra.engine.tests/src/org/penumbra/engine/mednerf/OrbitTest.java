// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonPrimitive;

import org.junit.jupiter.api.Test;
import org.penumbra.engine.settings.Fidelity;
import org.penumbra.engine.settings.GrafSettings;
import org.penumbra.engine.worker.SmallTraining;

class OrbitTest {
    private static final int SIZE = 16;

    @Test
    void smallAzimuthsAreRaised() {
        var orbit = orbit(16, Fidelity.CODE);
        assertArrayEquals(orbit.rays(0, 16).origins(), orbit.rays(0.1, 16).origins());
    }

    @Test
    void viewsTurnCounterClockwiseFromTheXAxis() {
        var origin = orbit(16, Fidelity.CODE).rays(90, 16).origins();
        assertEquals(0, origin[0], 1e-5);
        assertEquals(10.5 * Math.sin(Math.toRadians(77.5)), origin[1], 1e-5);
        assertEquals(10.5 * Math.cos(Math.toRadians(77.5)), origin[2], 1e-5);
    }

    @Test
    void theOfficialCodeSeesLessWhereTheSizeIsSmaller() {
        var whole = orbit(32, Fidelity.PAPER).rays(0, 16).directions();
        var part = orbit(32, Fidelity.CODE).rays(0, 16).directions();
        var same = orbit(16, Fidelity.CODE).rays(0, 16).directions();
        assertArrayEquals(whole, same);
        assertEquals(0.5, width(part) / width(whole), 1e-5);
    }

    /** Seen from x, the image's columns run along y. */
    private static double width(float[] directions) {
        return directions[3 * (SIZE - 1) + 1] - directions[1];
    }

    private static Orbit orbit(int dataSize, Fidelity fidelity) {
        var json = SmallTraining.settings();
        json.getAsJsonObject("fineTuning").add("imageSize", new JsonPrimitive(16));
        var settings = GrafSettings.read(json);
        return Orbit.of(settings.camera(), settings.fineTuning(), dataSize, fidelity);
    }
}
