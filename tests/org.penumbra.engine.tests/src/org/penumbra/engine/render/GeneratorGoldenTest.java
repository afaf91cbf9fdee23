// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.Test;
import org.penumbra.engine.camera.Camera;
import org.penumbra.engine.camera.Pose;
import org.penumbra.engine.field.ConditionalField;
import org.penumbra.engine.field.FieldShape;
import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.numpy.NpyArray;
import org.penumbra.io.numpy.Npz;
import org.penumbra.io.tensors.FloatTensor;
import org.penumbra.testing.Shared;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The official generator with trained weights: poses, rays and whole images. */
class GeneratorGoldenTest {
    private static final int SIZE = 128;
    private static final int EVERY = 16;
    private static final int SAMPLES = 64;
    private static final String PREFIX = "generator.";

    private final Map<String, NpyArray> golden =
            Npz.read(Shared.path("golden/mednerf_generator.npz"));
    private final Camera camera = Camera.published();
    private final ConditionalField field = new ConditionalField(FieldShape.published());

    @Test
    void posesAndRaysAgree() {
        assertEquals(floats("focal")[0], camera.focal(SIZE), 1e-3);
        for (var name : new String[] {"a", "b", "c"}) {
            assertClose("pose_" + name, pose(name).matrix(), 2e-6);
            var rays = camera.rays(pose(name), SIZE);
            assertClose("rays_o_" + name, everySixteenth(rays.origins()), 2e-6);
            assertClose("rays_d_" + name, everySixteenth(rays.directions()), 2e-6);
        }
    }

    @Test
    void imagesAgree() {
        try (var manager = Torch.cpu().newManager();
                var weights = trained(manager)) {
            // One whole image and the busy middle of the others: rendering is the test's time.
            assertRowsAgree("a", 48, 80, manager, weights);
            assertRowsAgree("b", 0, SIZE, manager, weights);
            assertRowsAgree("c", 48, 80, manager, weights);
        }
    }

    private void assertRowsAgree(
            String name, int from, int to, NDManager manager, Weights weights) {
        int first = from * SIZE;
        int count = (to - from) * SIZE;
        try (var scope = Scope.in(manager)) {
            var codes = scope.array(floats("z"), 1, 256);
            var batch = RayBatch.still(camera.rays(pose(name), SIZE), SAMPLES);
            var seen = new Renderer(field).still(scope, weights, codes, batch.part(first, count));
            assertPart("image_" + name, 3 * first, seen.colour().toFloatArray(), 1e-4);
            assertPart("opacity_" + name, first, seen.opacity().toFloatArray(), 1e-4);
            assertDisparityAgrees(name, first, seen.disparity().toFloatArray());
        }
    }

    /** Where next to nothing is absorbed the depth is a quotient of rounding errors. */
    private void assertDisparityAgrees(String name, int first, float[] ours) {
        var theirs = part("disparity_" + name, first, ours.length);
        var opacity = part("opacity_" + name, first, ours.length);
        int compared = 0;
        for (int i = 0; i < ours.length; i++) {
            if (opacity[i] == 0) {
                assertEquals(1e10f, theirs[i]);
            }
            if (opacity[i] == 0 && ours[i] == 1e10f) {
                compared++;
            } else if (opacity[i] > 1e-3) {
                assertEquals(theirs[i], ours[i], 1e-4 * Math.abs(theirs[i]), "pixel " + i);
                compared++;
            }
        }
        assertTrue(compared > ours.length / 2, "compared " + compared);
    }

    private Weights trained(NDManager manager) {
        var tensors = new LinkedHashMap<String, FloatTensor>();
        golden.forEach(
                (name, array) -> {
                    if (name.startsWith(PREFIX)) {
                        tensors.put(
                                name.substring(PREFIX.length()),
                                new FloatTensor(array.shape(), array.floats()));
                    }
                });
        var weights = field.initial(manager, new Initialiser(0, "generator"));
        assertEquals(tensors.keySet(), weights.parameters().keySet());
        assertEquals(677_764, weights.count());
        weights.load(tensors);
        return weights;
    }

    private Pose pose(String name) {
        var at = floats("azimuth_polar_radius_" + name);
        return Pose.onSphere(at[0], at[1], at[2]);
    }

    private float[] floats(String name) {
        return golden.get(name).floats();
    }

    private float[] part(String name, int first, int count) {
        return Arrays.copyOfRange(floats(name), first, first + count);
    }

    private void assertClose(String name, float[] ours, double tolerance) {
        assertEquals(floats(name).length, ours.length, name);
        assertPart(name, 0, ours, tolerance);
    }

    private void assertPart(String name, int first, float[] ours, double tolerance) {
        var theirs = part(name, first, ours.length);
        double worst = 0;
        for (int i = 0; i < ours.length; i++) {
            worst = Math.max(worst, Math.abs((double) theirs[i] - ours[i]));
        }
        assertTrue(worst <= tolerance, name + " differs by " + worst);
    }

    private static float[] everySixteenth(float[] all) {
        int side = SIZE / EVERY;
        var some = new float[side * side * 3];
        for (int i = 0; i < some.length; i++) {
            int pixel = i / 3 / side * EVERY * SIZE + i / 3 % side * EVERY;
            some[i] = all[3 * pixel + i % 3];
        }
        return some;
    }
}
