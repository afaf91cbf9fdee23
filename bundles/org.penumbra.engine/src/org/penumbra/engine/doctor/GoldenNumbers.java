// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.doctor;

import org.penumbra.engine.camera.Camera;
import org.penumbra.engine.camera.Pose;
import org.penumbra.engine.discriminator.BlockKind;
import org.penumbra.engine.discriminator.DiscriminatorShape;
import org.penumbra.engine.discriminator.PatchDiscriminator;
import org.penumbra.engine.field.ConditionalField;
import org.penumbra.engine.field.FieldShape;
import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.render.RayBatch;
import org.penumbra.engine.render.Renderer;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.numpy.NpyArray;
import org.penumbra.io.numpy.Npz;
import org.penumbra.io.tensors.FloatTensor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers that the original implementations computed. */
final class GoldenNumbers {
    private static final double TOLERANCE = 1e-4;
    private static final int SIZE = 128;
    private static final int SAMPLES = 64;

    /** Rows of the image that are rendered: through the middle. */
    private static final int FIRST_ROW = 56;

    private static final int ROWS = 16;

    private final Torch torch;
    private final Path folder;

    GoldenNumbers(Torch torch, Path folder) {
        this.torch = torch;
        this.folder = folder;
    }

    /** The official generator with trained weights: the middle of an image. */
    Finding generator() {
        var golden = Npz.read(folder.resolve("mednerf_generator.npz"));
        var field = new ConditionalField(FieldShape.published());
        try (var manager = torch.newManager();
                var weights = field.initial(manager, new Initialiser(0, "golden"));
                var scope = Scope.in(manager)) {
            weights.load(group(golden, "generator."));
            var codes = scope.array(golden.get("z").floats(), 1, 256);
            var colours =
                    new Renderer(field)
                            .still(scope, weights, codes, rays(golden))
                            .colour()
                            .toFloatArray();
            var start = 3 * FIRST_ROW * SIZE;
            var theirs =
                    Arrays.copyOfRange(
                            golden.get("image_a").floats(), start, start + colours.length);
            return Comparison.of("golden generator", theirs, colours, TOLERANCE);
        }
    }

    private static RayBatch rays(Map<String, NpyArray> golden) {
        var at = golden.get("azimuth_polar_radius_a").floats();
        var columns = new float[ROWS * SIZE];
        var rows = new float[ROWS * SIZE];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = i % SIZE;
            rows[i] = FIRST_ROW + i / SIZE;
        }
        var pose = Pose.onSphere(at[0], at[1], at[2]);
        return RayBatch.still(Camera.published().rays(pose, SIZE, columns, rows), SAMPLES);
    }

    /** The official discriminator in training mode: its first head. */
    Finding discriminator() {
        var golden = Npz.read(folder.resolve("mednerf_discriminator.npz"));
        var shape = new DiscriminatorShape(BlockKind.SPECTRAL, 64, 32, 4);
        try (var manager = torch.newManager();
                var judge = PatchDiscriminator.fresh(manager, shape, new Initialiser(0, "golden"));
                var scope = Scope.in(manager)) {
            judge.weights().load(group(golden, "discriminator.initial."));
            var patches = scope.array(golden.get("patches").floats(), 8, 3, 32, 32);
            var logits = judge.heads(patches).getFirst().toFloatArray();
            return Comparison.of(
                    "golden discriminator", golden.get("train.head0").floats(), logits, TOLERANCE);
        }
    }

    private static Map<String, FloatTensor> group(Map<String, NpyArray> golden, String prefix) {
        var tensors = new LinkedHashMap<String, FloatTensor>();
        golden.forEach(
                (name, array) -> {
                    if (name.startsWith(prefix)) {
                        var tensor = new FloatTensor(array.shape(), array.floats());
                        tensors.put(name.substring(prefix.length()), tensor);
                    }
                });
        return tensors;
    }
}
