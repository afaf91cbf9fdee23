// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.umednerf;

import org.penumbra.engine.discriminator.BlockKind;
import org.penumbra.engine.mednerf.GrafTrainer;
import org.penumbra.engine.method.Method;
import org.penumbra.engine.method.Trainer;
import org.penumbra.engine.method.TrainingTask;

/**
 * UMedNeRF: MedNeRF's training with RepVGG blocks in the discriminator; its learned loss weights
 * are a setting of the fine-tuning.
 */
public final class UMedNerfMethod implements Method {
    /** For the service loader. */
    public UMedNerfMethod() {}

    @Override
    public String name() {
        return "UMedNeRF";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Trainer trainer(TrainingTask task) {
        return new GrafTrainer(task, BlockKind.REPVGG);
    }
}
