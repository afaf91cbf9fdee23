// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.mednerf;

import com.google.gson.JsonObject;

import org.penumbra.engine.settings.GrafSettings;
import org.penumbra.engine.settings.SettingsNode;
import org.penumbra.io.InputException;

/**
 * Where a training stands, as its checkpoints say it beside the tensors. A branched run goes on
 * from another run's checkpoint with other settings: what of them the steps that are done forbid is
 * refused here.
 *
 * @param step steps done, over both phases
 * @param stopped whether the wanted PSNR was reached
 */
record Standing(int step, boolean stopped) {
    private static final String ITERATIONS = "iterations";
    private static final String STOP = "stopPsnr";

    JsonObject facts(String phase, GrafSettings settings) {
        var facts = new JsonObject();
        facts.addProperty("phase", phase);
        facts.addProperty("step", step);
        facts.addProperty("stopped", stopped);
        facts.addProperty(ITERATIONS, settings.iterations());
        facts.addProperty(STOP, settings.fineTuning().stopPsnr());
        return facts;
    }

    /**
     * Reads what {@link #facts} wrote.
     *
     * @throws InputException where the settings move the end of a phase behind which it stands
     */
    static Standing read(SettingsNode facts, GrafSettings settings) {
        int step = facts.integer("step", 0);
        // Checkpoints of the first release do not say it; they never met other settings.
        int adversarial =
                facts.json().has(ITERATIONS) ? facts.integer(ITERATIONS, 0) : settings.iterations();
        if (Math.min(step, adversarial) != Math.min(step, settings.iterations())) {
            throw new InputException(
                    ("The checkpoint %s holds %d adversarial iterations of %d steps, so iterations"
                                    + " cannot be %d any more; branch from an earlier step.")
                            .formatted(
                                    facts.path(),
                                    Math.min(step, adversarial),
                                    step,
                                    settings.iterations()));
        }
        if (step > settings.steps()) {
            throw new InputException(
                    ("The checkpoint %s is after step %d, and the settings end the training at step"
                                    + " %d; branch from an earlier step.")
                            .formatted(facts.path(), step, settings.steps()));
        }
        return new Standing(step, facts.flag("stopped") && sameWish(facts, settings));
    }

    /** With another PSNR to stop at, the fitting goes on and looks again. */
    private static boolean sameWish(SettingsNode facts, GrafSettings settings) {
        return !facts.json().has(STOP)
                || facts.notNegative(STOP) == settings.fineTuning().stopPsnr();
    }
}
