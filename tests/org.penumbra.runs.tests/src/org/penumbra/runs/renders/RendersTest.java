// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.renders;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.InputException;
import org.penumbra.io.numpy.Npy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RendersTest {
    private static final List<ViewKey> KEYS = List.of(new ViewKey("01", 0), new ViewKey("01", 9));

    @TempDir Path folder;

    private Renders saved(int steps) {
        var renders = new Renders(folder.resolve("renders"), 2);
        for (int step = 1; step <= steps; step++) {
            renders.save(step, KEYS, new double[] {0, 45}, 2, pixels(step));
        }
        return renders;
    }

    private static float[] pixels(float first) {
        return new float[] {first, 2, 3, 4, 5, 6, 7, 8};
    }

    @Test
    void theLastStepComesBackWithItsAngles() {
        var latest = saved(3).latest().orElseThrow();
        assertEquals(3, latest.step());
        assertEquals(KEYS, latest.views());
        assertArrayEquals(new double[] {0, 45}, latest.angles());
        assertArrayEquals(pixels(3), latest.pixels());
        assertArrayEquals(new float[] {5, 6, 7, 8}, latest.image(1));
        var shape = Npy.read(folder.resolve("renders/step-000003.npy")).shape();
        assertArrayEquals(new int[] {2, 1, 2, 2}, shape);
    }

    @Test
    void onlyTheLastStepsStay() throws IOException {
        assertEquals(List.of(2L, 3L), saved(3).steps());
        try (var files = Files.list(folder.resolve("renders"))) {
            assertEquals(4, files.count());
        }
    }

    @Test
    void noImagesAreNoError() {
        assertTrue(saved(0).latest().isEmpty());
    }

    @Test
    void imagesThatDoNotFitTheirDescriptionAreRefused() {
        var renders = saved(1);
        Npy.write(folder.resolve("renders/step-000001.npy"), new int[] {4, 2}, pixels(1));
        var message = assertThrows(InputException.class, renders::latest).getMessage();
        assertTrue(message.contains("[4, 2]"), message);
    }
}
