// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.render;

import ai.djl.ndarray.NDManager;

import org.penumbra.engine.camera.Camera;
import org.penumbra.engine.camera.Pose;
import org.penumbra.engine.field.ConditionalField;
import org.penumbra.engine.field.FieldShape;
import org.penumbra.engine.nn.Initialiser;
import org.penumbra.engine.nn.Weights;
import org.penumbra.engine.random.Draw;

/** A field small enough for finite differences, and rays through it. */
record SmallScene(ConditionalField field, Renderer renderer) {
    static final int SIDE = 4;
    static final int SAMPLES = 6;
    static final int IMAGES = 2;

    static SmallScene of(int layers, int skipAfter) {
        return of(layers, skipAfter, 8);
    }

    static SmallScene of(int layers, int skipAfter, int width) {
        var field = new ConditionalField(new FieldShape(3, 2, 2, 1, layers, width, skipAfter));
        return new SmallScene(field, new Renderer(field));
    }

    Weights weights(NDManager manager) {
        return field.initial(manager, new Initialiser(5, "generator"));
    }

    float[] codes() {
        return new Draw(5, "code", 0).normal(IMAGES * field.shape().code());
    }

    RayBatch rays(boolean noisy) {
        var batch = new RayBatch.Builder();
        for (int image = 0; image < IMAGES; image++) {
            var pose = Pose.onSphere(40 + 100 * image, 80, 10);
            var rays = Camera.published().rays(pose, SIDE);
            var draw = new Draw(5, "ray", 0).part(image);
            var noise = noisy ? draw.part(1).normal(SIDE * SIDE * SAMPLES) : new float[0];
            batch.add(rays, Sampling.stratified(rays, SAMPLES, draw), noise);
        }
        return batch.build();
    }
}
