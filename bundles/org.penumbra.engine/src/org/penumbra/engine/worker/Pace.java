// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

/** How fast the steps of a phase go; an average that forgets slowly. */
final class Pace {
    private static final double MEMORY = 0.98;

    private String phase = "";
    private double seconds;
    private long count;

    /** Takes the time of a step. */
    void took(String phase, double stepSeconds) {
        if (!phase.equals(this.phase)) {
            this.phase = phase;
            count = 0;
        }
        // The first steps count fully, so that the average is right from the start.
        var share = Math.max(1 - MEMORY, 1.0 / ++count);
        seconds += share * (stepSeconds - seconds);
    }

    /** Steps a second. */
    double stepsPerSecond() {
        return seconds > 0 ? 1 / seconds : 0;
    }

    /** Seconds that so many steps will take. */
    double seconds(long steps) {
        return steps * seconds;
    }
}
