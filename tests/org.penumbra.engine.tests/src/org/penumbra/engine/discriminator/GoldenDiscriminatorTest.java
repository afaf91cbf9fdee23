// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.discriminator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.optim.RmsProp;
import org.penumbra.engine.torch.Ops;
import org.penumbra.engine.torch.Scope;
import org.penumbra.engine.torch.Tape;
import org.penumbra.engine.torch.Torch;
import org.penumbra.io.tensors.FloatTensor;

import java.util.List;
import java.util.Map;

/** Both discriminators against the official implementations' numbers. */
class GoldenDiscriminatorTest {
    private static final String INITIAL = "discriminator.initial.";
    private static final double TOLERANCE = 1e-4;

    private final NDManager manager = Torch.cpu().newManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void mednerfStepAgrees() {
        var golden = Golden.read("mednerf_discriminator.npz");
        try (var discriminator = discriminator(golden, BlockKind.SPECTRAL);
                var scope = Scope.in(manager);
                var tape = Tape.open()) {
            var patches = Tape.watch(golden.array(scope, "patches"));
            var judgement = discriminator.judge(patches, quadrant(golden));
            assertForward(golden, judgement);
            var loss = hinges(judgement.heads());
            golden.assertAgrees("train.loss_hinge_sum", loss.toFloatArray(), TOLERANCE);

            var inputs = discriminator.weights().parameterList();
            inputs.add(patches);
            var gradients = tape.gradients(loss, inputs);
            golden.assertAgrees(
                    "train.input_gradient", gradients.removeLast().toFloatArray(), TOLERANCE);
            step(discriminator, gradients);
            assertStateAfterStep(golden, discriminator, gradients);
            assertEvaluation(golden, discriminator, patches);
        }
    }

    @Test
    void mednerfReconstructionAgrees() {
        var golden = Golden.read("mednerf_discriminator.npz");
        try (var discriminator = discriminator(golden, BlockKind.SPECTRAL);
                var scope = Scope.in(manager);
                var tape = Tape.open()) {
            var judgement = discriminator.judge(golden.array(scope, "patches"), quadrant(golden));
            var big = pooled(judgement.whole()).sub(golden.array(scope, "rec.target_big_32"));
            var part = pooled(judgement.part()).sub(golden.array(scope, "rec.target_part_32"));
            var loss = Ops.meanAll(Ops.square(big)).add(Ops.meanAll(Ops.square(part)));
            golden.assertAgrees("rec.loss", loss.toFloatArray(), TOLERANCE);

            var gradients = tape.gradients(loss, discriminator.weights().parameterList());
            int index = 0;
            for (var name : discriminator.weights().parameters().keySet()) {
                var gradient = gradients.get(index++).toFloatArray();
                if (name.startsWith("decoder_")) {
                    golden.assertAgrees("rec.gradient." + name, thinned(gradient), TOLERANCE);
                }
            }
        }
    }

    @Test
    void umednerfForwardAndStatisticsAgree() {
        var golden = Golden.read("umednerf_discriminator.npz");
        try (var discriminator = discriminator(golden, BlockKind.REPVGG);
                var scope = Scope.in(manager)) {
            var patches = golden.array(scope, "patches");
            assertForward(golden, discriminator.judge(patches, quadrant(golden)));
            var state = discriminator.originalState();
            golden.tensors("discriminator.after_forward.")
                    .forEach((name, theirs) -> assertClose(name, theirs, state.get(name)));
            assertEvaluation(golden, discriminator, patches);
        }
    }

    private PatchDiscriminator discriminator(Golden golden, BlockKind blocks) {
        var shape = new DiscriminatorShape(blocks, 64, 32, 4);
        var discriminator =
                PatchDiscriminator.fresh(manager, shape, new Initialiser(1, "discriminator"));
        var initial = golden.tensors(INITIAL);
        assertEquals(initial.keySet(), discriminator.originalState().keySet());
        discriminator.weights().load(initial);
        return discriminator;
    }

    private static Quadrant quadrant(Golden golden) {
        return Quadrant.of((int) golden.arrays().get("train.part").longs()[0]);
    }

    private static void assertForward(Golden golden, Judgement judgement) {
        for (int i = 0; i < 4; i++) {
            golden.assertAgrees(
                    "train.head" + i, judgement.heads().get(i).toFloatArray(), TOLERANCE);
        }
        golden.assertAgrees("train.decoder_big", judgement.whole().toFloatArray(), TOLERANCE);
        golden.assertAgrees("train.decoder_part", judgement.part().toFloatArray(), TOLERANCE);
    }

    private static void assertEvaluation(
            Golden golden, PatchDiscriminator discriminator, NDArray patches) {
        var heads = discriminator.evaluatedHeads(patches);
        for (int i = 0; i < 4; i++) {
            golden.assertAgrees("eval.head" + i, heads.get(i).toFloatArray(), TOLERANCE);
        }
    }

    private static NDArray hinges(List<NDArray> heads) {
        return heads.stream()
                .map(head -> Ops.relu(Ops.from(1, Ops.meanAll(head))))
                .reduce(NDArray::add)
                .orElseThrow();
    }

    private static void step(PatchDiscriminator discriminator, List<NDArray> gradients) {
        var weights = discriminator.weights();
        try (var optimiser = new RmsProp(weights.manager(), weights.parameters(), 0.99, 1e-8)) {
            optimiser.step(gradients, 1e-4);
        }
    }

    private static void assertStateAfterStep(
            Golden golden, PatchDiscriminator discriminator, List<NDArray> gradients) {
        var theirs = golden.tensors("discriminator.after_step.");
        var ours = discriminator.originalState();
        assertEquals(theirs.keySet(), ours.keySet());
        discriminator
                .weights()
                .buffers()
                .keySet()
                .forEach(name -> assertClose(name, theirs.get(name), ours.get(name)));
        int index = 0;
        int compared = 0;
        for (var name : discriminator.weights().parameters().keySet()) {
            var gradient = gradients.get(index++).toFloatArray();
            compared += compareWhereSteep(name, gradient, theirs, ours);
        }
        assertTrue(compared > 300_000, "compared " + compared);
    }

    /** A first RMSprop step is 1e-3 times the gradient's sign, whatever its size. */
    private static int compareWhereSteep(
            String name,
            float[] gradient,
            Map<String, FloatTensor> theirs,
            Map<String, FloatTensor> ours) {
        double largest = 0;
        for (float g : gradient) {
            largest = Math.max(largest, Math.abs(g));
        }
        int compared = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (Math.abs(gradient[i]) >= 1e-3 * largest) {
                assertEquals(
                        theirs.get(name).data()[i], ours.get(name).data()[i], 2e-6, name + " " + i);
                compared++;
            }
        }
        return compared;
    }

    private static void assertClose(String name, FloatTensor theirs, FloatTensor ours) {
        assertTrue(Golden.error(theirs.data(), ours.data()) <= TOLERANCE, name);
    }

    private static NDArray pooled(NDArray image) {
        var window = new Shape(4, 4);
        return JniUtils.avgPool((PtNDArray) image, window, window, new Shape(0, 0), false, true);
    }

    private static float[] thinned(float[] gradient) {
        if (gradient.length < 40_000) {
            return gradient;
        }
        var some = new float[(gradient.length + 96) / 97];
        for (int i = 0; i < some.length; i++) {
            some[i] = gradient[i * 97];
        }
        return some;
    }
}
