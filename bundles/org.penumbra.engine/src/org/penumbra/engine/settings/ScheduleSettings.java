// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.settings;

import java.util.List;

/**
 * The learning rates' steps.
 *
 * @param milestones iterations, from 0, at which both learning rates are multiplied
 * @param factor by what
 */
public record ScheduleSettings(List<Integer> milestones, double factor) {
    static ScheduleSettings read(SettingsNode node) {
        return new ScheduleSettings(node.integers("milestones"), node.notNegative("factor"));
    }
}
