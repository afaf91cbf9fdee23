// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.engine.optim;

import java.util.List;

/**
 * A learning-rate factor that is multiplied at milestones (PyTorch's MultiStepLR).
 *
 * @param milestones numbers of finished steps at which the factor is applied once more
 * @param factor the multiplier
 */
public record MilestoneSchedule(List<Integer> milestones, double factor) {
    /** Copies the list. */
    public MilestoneSchedule {
        milestones = List.copyOf(milestones);
    }

    /**
     * The learning rate of a step.
     *
     * @param base the rate before the first milestone
     * @param finished steps finished before this one
     * @return the rate
     */
    public double rate(double base, long finished) {
        long passed = milestones.stream().filter(milestone -> finished >= milestone).count();
        return base * Math.pow(factor, passed);
    }
}
