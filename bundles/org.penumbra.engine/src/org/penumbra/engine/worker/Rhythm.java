// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.engine.settings.EvaluationSettings;
import org.penumbra.engine.settings.ResourceSettings;

/** At which steps something besides training happens. */
record Rhythm(ResourceSettings resources, EvaluationSettings evaluation) {
    private static final int FIGURES_EVERY = 25;

    boolean checkpoint(long step) {
        return due(step, resources.checkpointEvery());
    }

    boolean render(long step) {
        return due(step, resources.renderEvery());
    }

    boolean evaluate(long step) {
        return due(step, evaluation.every());
    }

    /** Speed and memory. */
    boolean figures(long step) {
        return due(step, FIGURES_EVERY);
    }

    private static boolean due(long step, int every) {
        return every > 0 && step % every == 0;
    }
}
