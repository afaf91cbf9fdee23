// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import org.penumbra.runs.folder.RunDescription;

import java.util.Map;

/**
 * One run that an experiment wants.
 *
 * @param name {@code variant/factor=level,.../seed=N}; unique in its plan
 * @param variant the variant's name
 * @param levels what the ablation set, by feature path
 * @param seed the seed
 * @param description what goes into its folder
 */
public record PlannedRun(
        String name,
        String variant,
        Map<String, String> levels,
        long seed,
        RunDescription description) {

    /** The run's identity. */
    public String id() {
        return description.id();
    }

    /** How its folder is called: {@code variant-levels-sN-hash}, safe on every file system. */
    public String folderName() {
        return Names.folder(this);
    }
}
