// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.engine.method.Methods;
import org.penumbra.engine.method.Trainer;
import org.penumbra.engine.method.TrainingTask;
import org.penumbra.engine.settings.ResourceSettings;
import org.penumbra.engine.settings.SettingsNode;
import org.penumbra.engine.torch.Torch;
import org.penumbra.runs.folder.RunDescription;

/**
 * A run's data and its trainer at step 0.
 *
 * @param data the images
 * @param trainer the trainer; whoever gets it closes it
 */
record Preparation(RunData data, Trainer trainer) {
    /**
     * Prepares a run.
     *
     * @throws org.penumbra.io.InputException where data, settings or weights are missing or wrong
     */
    static Preparation of(RunDescription run, ResourceSettings resources, Torch torch) {
        var spec = new SettingsNode("spec", run.spec());
        var method = spec.child("method");
        var found = Methods.find(method.text("name"), method.integer("version", 1));
        var data = RunData.prepare(spec.child("data").json(), run.dataPath());
        var task =
                new TrainingTask(
                        spec.child("settings").json(),
                        run.seed(),
                        data.views(),
                        data.training(),
                        torch,
                        resources.weights());
        return new Preparation(data, found.trainer(task));
    }
}
