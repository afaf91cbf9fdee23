// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.engine.settings.EvaluationSettings;
import org.penumbra.engine.settings.ResourceSettings;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** At which steps, and after which time, something besides training happens. */
final class Rhythm {
    private static final int FIGURES_EVERY = 25;

    private final ResourceSettings resources;
    private final EvaluationSettings evaluation;
    private final LongSupplier nanoTime;
    private long lastCheckpoint;

    /** A rhythm that begins now. */
    Rhythm(ResourceSettings resources, EvaluationSettings evaluation) {
        this(resources, evaluation, System::nanoTime);
    }

    /**
     * @param nanoTime a clock in nanoseconds that is never set, as that of the day may be
     */
    Rhythm(ResourceSettings resources, EvaluationSettings evaluation, LongSupplier nanoTime) {
        this.resources = resources;
        this.evaluation = evaluation;
        this.nanoTime = nanoTime;
        lastCheckpoint = nanoTime.getAsLong();
    }

    boolean checkpoint(long step) {
        return due(step, resources.checkpointEvery()) || overdue();
    }

    private boolean overdue() {
        var minutes = resources.checkpointMinutes();
        var without = nanoTime.getAsLong() - lastCheckpoint;
        return minutes > 0 && without >= TimeUnit.MINUTES.toNanos(minutes);
    }

    /** Notes that a checkpoint was written. */
    void saved() {
        lastCheckpoint = nanoTime.getAsLong();
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
