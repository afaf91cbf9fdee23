// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.engine.augment.Augmentation;
import org.penumbra.engine.discriminator.BlockKind;
import org.penumbra.engine.discriminator.DiscriminatorShape;
import org.penumbra.engine.discriminator.PatchDiscriminator;
import org.penumbra.engine.discriminator.Quadrant;
import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.optim.RmsProp;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.settings.AugmentationKind;
import org.penumbra.engine.settings.Fidelity;
import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;
import org.penumbra.engine.torch.Torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The adversarial game on a small discriminator. */
class AdversarialLossTest {
    private static final int SIZE = 16;
    private static final int BATCH = 2;

    private static int threads;

    private final NDManager manager = Torch.cpu().newManager();

    /** Convolutions this small only wait for each other on several threads. */
    @BeforeAll
    static void useOneThread() {
        threads = Torch.cpu().threads();
        Torch.start("cpu", 1, line -> {});
    }

    @AfterAll
    static void useAllThreads() {
        Torch.start("cpu", threads, line -> {});
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void hingesFollowTheCodeOrThePaper() {
        try (var scope = Scope.in(manager)) {
            var logits = scope.array(new float[] {-1, 3}, 2);
            var code = new Hinge(Fidelity.CODE);
            assertEquals(0, code.real(logits, 0.9).getFloat());
            assertEquals(1.9, code.fake(logits, 0.9).getFloat(), 1e-6);
            var paper = new Hinge(Fidelity.PAPER);
            assertEquals(1.9 / 2, paper.real(logits, 0.9).getFloat(), 1e-6);
            assertEquals(3.9 / 2, paper.fake(logits, 0.9).getFloat(), 1e-6);
        }
        assertEquals(0.85, Hinge.label(0.2, 0.25), 1e-12);
    }

    @Test
    void copiesAddUpAsPublished() {
        try (var scope = Scope.in(manager)) {
            var losses = new ArrayList<NDArray>();
            for (double value : new double[] {1, 2, 3, 4}) {
                losses.add(Ops.scalar(scope.manager(), value));
            }
            var total = new CopyTotal(0.2);
            assertEquals(1 + 0.2 / 3 * 9, total.of(losses).getFloat(), 1e-6);
            assertEquals(1, total.of(losses.subList(0, 1)).getFloat());
        }
    }

    @Test
    void everyCopyMovesTheStateAndHeadIJudgesCopyI() {
        for (var kind : AugmentationKind.values()) {
            try (var game = game(kind, Optional.empty(), 1);
                    var reference = game(kind, Optional.empty(), 1);
                    var scope = Scope.in(manager)) {
                var patches = patches(scope, 0);
                var total = game.loss().generator(patches).getFloat();
                int copies = Augmentation.count(kind);
                assertEquals(copies * copies, trunkBatches(game.discriminator()));

                var losses = new ArrayList<NDArray>();
                for (var copy : Augmentation.copies(kind, patches)) {
                    var heads = reference.discriminator().heads(copy);
                    losses.add(Ops.meanAll(heads.get(losses.size())).neg());
                }
                assertEquals(new CopyTotal(0.2).of(losses).getFloat(), total);
            }
        }
    }

    @Test
    void realLossIsHingePlusReconstruction() {
        try (var game = game(AugmentationKind.FLIPROT, pictures(), 1);
                var scope = Scope.in(manager)) {
            var real = game.real(scope, 0);
            assertTrue(real.reconstruction().getFloat() > 0);
            assertEquals(
                    real.hinge().add(real.reconstruction()).getFloat(), real.total().getFloat());
        }
    }

    @Test
    void gradientsSurviveGarbageCollectionBeforeTheBackwardPass() {
        var undisturbed = gradients(() -> {});
        var disturbed = gradients(AdversarialLossTest::collectGarbage);
        assertEquals(undisturbed.size(), disturbed.size());
        for (int i = 0; i < undisturbed.size(); i++) {
            assertArrayEquals(undisturbed.get(i), disturbed.get(i));
        }
        assertTrue(undisturbed.stream().allMatch(AdversarialLossTest::hasSlope));
    }

    private static boolean hasSlope(float[] gradient) {
        for (float g : gradient) {
            if (g != 0) {
                return true;
            }
        }
        return false;
    }

    private List<float[]> gradients(Runnable between) {
        try (var game = game(AugmentationKind.FLIPROT, pictures(), 1);
                var scope = Scope.in(manager);
                var tape = Tape.open()) {
            var real = game.real(scope, 0);
            var loss = real.total().add(game.loss().fake(patches(scope, 1), game.labels()));
            between.run();
            return tape.gradients(loss, game.discriminator().weights().parameterList()).stream()
                    .map(NDArray::toFloatArray)
                    .toList();
        }
    }

    private static void collectGarbage() {
        for (int i = 0; i < 5; i++) {
            System.gc();
            // Reuse of freed native memory is what makes a dangling scalar visible.
            for (int j = 0; j < 200; j++) {
                ByteBuffer.allocateDirect(4).putFloat(0, 777f);
            }
        }
    }

    @Test
    void trainingIsRepeatableToTheBit() {
        assertArrayEquals(trained(), trained());
    }

    private float[] trained() {
        try (var game = game(AugmentationKind.FLIPROT, pictures(), 2)) {
            train(game, 0, 5);
            return game.discriminator().weights().get("dag_heads.0.0.weight_orig").toFloatArray();
        }
    }

    @Test
    void theDiscriminatorLearnsToTellPatchesApart() {
        try (var game = game(AugmentationKind.FLIPROT, Optional.empty(), 3)) {
            var first = train(game, 0, 1);
            var last = train(game, 1, 40);
            System.out.printf("discriminator loss %.3f to %.3f%n", first, last);
            assertTrue(last < 0.6 * first, first + " to " + last);
        }
    }

    @Test
    void memoryStaysFlat() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")));
        var pictures = new Reconstruction(new MeanSquared(), 1, Fidelity.CODE);
        try (var game = game(AugmentationKind.FLIPROT, Optional.of(pictures), 4)) {
            train(game, 0, 50);
            long before = residentKib();
            train(game, 50, 150);
            long after = residentKib();
            System.out.printf("resident memory %d to %d KiB%n", before, after);
            assertTrue(after < 1.05 * before, before + " to " + after + " KiB");
        }
    }

    private static long residentKib() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Smooth real patches against noise; returns the last loss. */
    private float train(Game game, int from, int steps) {
        var weights = game.discriminator().weights();
        float last = Float.NaN;
        try (var optimiser = new RmsProp(weights.manager(), weights.parameters(), 0.99, 1e-8)) {
            for (int step = from; step < from + steps; step++) {
                try (var scope = Scope.in(manager);
                        var tape = Tape.open()) {
                    var real = game.real(scope, step).total();
                    var fakes = patches(scope, step + 1_000_000);
                    var loss = real.add(game.loss().fake(fakes, game.labels()));
                    optimiser.step(tape.gradients(loss, weights.parameterList()), 1e-3);
                    last = loss.getFloat();
                }
            }
        }
        return last;
    }

    private record Game(AdversarialLoss loss) implements AutoCloseable {
        PatchDiscriminator discriminator() {
            return loss.discriminator();
        }

        double[] labels() {
            var labels = new double[loss.copies()];
            Arrays.fill(labels, 0.9);
            return labels;
        }

        AdversarialLoss.Real real(Scope scope, int step) {
            var quadrants = new ArrayList<Quadrant>();
            for (int index : new Draw(1, "quadrant", step).integers(loss.copies(), 4)) {
                quadrants.add(Quadrant.of(index));
            }
            var patches = Ops.scale(patches(scope, step), 0.2);
            return loss.real(patches, labels(), quadrants);
        }

        @Override
        public void close() {
            discriminator().close();
        }
    }

    private Game game(AugmentationKind kind, Optional<Reconstruction> reconstruction, long seed) {
        var shape = new DiscriminatorShape(BlockKind.SPECTRAL, 8, SIZE, Augmentation.count(kind));
        var discriminator =
                PatchDiscriminator.fresh(manager, shape, new Initialiser(seed, "discriminator"));
        var hinge = new Hinge(Fidelity.CODE);
        return new Game(
                new AdversarialLoss(
                        discriminator, kind, new CopyTotal(0.2), hinge, reconstruction));
    }

    private static Optional<Reconstruction> pictures() {
        return Optional.of(new Reconstruction(new MsSsimLoss(), 1, Fidelity.CODE));
    }

    private static float trunkBatches(PatchDiscriminator discriminator) {
        return discriminator.weights().get("dag_heads.0.1.num_batches_tracked").getFloat();
    }

    private static NDArray patches(Scope scope, int step) {
        var values = new Draw(7, "patches", step).uniform(BATCH * 3 * SIZE * SIZE, -1, 1);
        return scope.array(values, BATCH, 3, SIZE, SIZE);
    }
}
