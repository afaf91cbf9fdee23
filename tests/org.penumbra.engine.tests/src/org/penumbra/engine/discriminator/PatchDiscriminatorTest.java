// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.discriminator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.random.Draw;
import org.penumbra.engine.settings.Fidelity;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.InputException;

import java.util.Arrays;

/** Sizes, states and quirks of the patch discriminator. */
class PatchDiscriminatorTest {
    private final NDManager manager = Torch.cpu().newManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void publishedSizeHasThePublishedParameterCount() {
        try (var discriminator = fresh(new DiscriminatorShape(BlockKind.SPECTRAL, 64, 32, 4))) {
            assertEquals(911_280, discriminator.weights().count());
        }
    }

    @Test
    void everyAcceptedSizeJudgesAndDraws() {
        for (int size : new int[] {16, 32, 64}) {
            for (var blocks : BlockKind.values()) {
                assertSizes(new DiscriminatorShape(blocks, 8, size, 5));
            }
        }
    }

    private void assertSizes(DiscriminatorShape shape) {
        try (var discriminator = fresh(shape);
                var scope = Scope.in(manager)) {
            var patches = patches(scope, 2, shape.patchSize());
            var judgement = discriminator.judge(patches, Quadrant.TOP_RIGHT);
            var drawn = new Shape(2, 3, shape.decodedSize(), shape.decodedSize());
            assertEquals(5, judgement.heads().size());
            assertEquals(new Shape(2L * shape.logits()), judgement.heads().get(4).getShape());
            assertEquals(drawn, judgement.whole().getShape());
            assertEquals(drawn, judgement.part().getShape());
        }
    }

    @Test
    void otherSizesAreRefusedWithTheAcceptedOnes() {
        var size =
                assertThrows(
                        InputException.class,
                        () -> new DiscriminatorShape(BlockKind.SPECTRAL, 64, 24, 4));
        assertTrue(size.getMessage().contains("16, 32 or 64"), size.getMessage());
        var features =
                assertThrows(
                        InputException.class,
                        () -> new DiscriminatorShape(BlockKind.SPECTRAL, 10, 32, 4));
        assertTrue(features.getMessage().contains("multiple of 4"), features.getMessage());
    }

    @Test
    void eachTrainingCallMovesTheSharedTrunkOncePerHeadAndEvaluationNothing() {
        try (var discriminator = fresh(small());
                var scope = Scope.in(manager)) {
            var patches = patches(scope, 2, 16);
            discriminator.heads(patches);
            assertEquals(4, batches(discriminator, "dag_heads.0.1"));
            assertEquals(1, batches(discriminator, "down_4.main.1"));
            assertEquals(0, batches(discriminator, "decoder_big.main.1.2"));
            var direction = discriminator.weights().get("down_8.main.0.weight_u").toFloatArray();
            discriminator.evaluatedHeads(patches);
            assertEquals(4, batches(discriminator, "dag_heads.0.1"));
            var after = discriminator.weights().get("down_8.main.0.weight_u").toFloatArray();
            assertArrayEquals(direction, after);
        }
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        var first = headsOf(new Initialiser(3, "discriminator"));
        assertArrayEquals(first, headsOf(new Initialiser(3, "discriminator")));
        assertFalse(Arrays.equals(first, headsOf(new Initialiser(4, "discriminator"))));
    }

    private float[] headsOf(Initialiser initialiser) {
        try (var discriminator = PatchDiscriminator.fresh(manager, small(), initialiser);
                var scope = Scope.in(manager)) {
            discriminator.heads(patches(scope, 2, 16));
            return discriminator.heads(patches(scope, 2, 16)).get(2).toFloatArray();
        }
    }

    @Test
    void aSavedStateGoesOnToTheSameBits() {
        try (var one = fresh(small());
                var other = PatchDiscriminator.fresh(manager, small(), new Initialiser(9, "d"));
                var scope = Scope.in(manager)) {
            var patches = patches(scope, 2, 16);
            one.heads(patches);
            other.weights().load(one.originalState());
            assertArrayEquals(
                    one.heads(patches).get(1).toFloatArray(),
                    other.heads(patches).get(1).toFloatArray());
        }
    }

    @Test
    void quadrantTargetsFollowTheCodeOrThePaper() {
        try (var scope = Scope.in(manager)) {
            var patches = patches(scope, 2, 32);
            assertEquals(new Shape(2, 3, 8, 8), target(patches, Quadrant.TOP_LEFT));
            assertEquals(new Shape(2, 3, 8, 24), target(patches, Quadrant.TOP_RIGHT));
            assertEquals(new Shape(2, 3, 24, 8), target(patches, Quadrant.BOTTOM_LEFT));
            assertEquals(new Shape(2, 3, 24, 24), target(patches, Quadrant.BOTTOM_RIGHT));
            for (var quadrant : Quadrant.values()) {
                assertEquals(
                        new Shape(2, 3, 16, 16),
                        quadrant.target(patches, Fidelity.PAPER).getShape());
            }
            float corner = patches.getFloat(1, 2, 16, 0);
            var target = Quadrant.BOTTOM_LEFT.target(patches, Fidelity.PAPER);
            assertEquals(corner, target.getFloat(1, 2, 0, 0));
        }
    }

    private static Shape target(NDArray patches, Quadrant quadrant) {
        return quadrant.target(patches, Fidelity.CODE).getShape();
    }

    private static float batches(PatchDiscriminator discriminator, String batchNorm) {
        return discriminator.weights().get(batchNorm + ".num_batches_tracked").getFloat();
    }

    private PatchDiscriminator fresh(DiscriminatorShape shape) {
        return PatchDiscriminator.fresh(manager, shape, new Initialiser(1, "discriminator"));
    }

    private static DiscriminatorShape small() {
        return new DiscriminatorShape(BlockKind.SPECTRAL, 8, 16, 4);
    }

    private static NDArray patches(Scope scope, int batch, int size) {
        var values = new Draw(5, "patches", 0).uniform(batch * 3 * size * size, -1, 1);
        return scope.array(values, batch, 3, size, size);
    }
}
