// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import org.penumbra.engine.discriminator.BlockKind;
import org.penumbra.engine.method.Method;
import org.penumbra.engine.method.Trainer;
import org.penumbra.engine.method.TrainingTask;

/** MedNeRF: a discriminator of spectrally normalised convolutions. */
public final class MedNerfMethod implements Method {
    /** For the service loader. */
    public MedNerfMethod() {}

    @Override
    public String name() {
        return "MedNeRF";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Trainer trainer(TrainingTask task) {
        return new GrafTrainer(task, BlockKind.SPECTRAL);
    }
}
