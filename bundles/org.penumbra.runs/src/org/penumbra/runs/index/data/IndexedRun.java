// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as the index knows it.
 *
 * @param folder the name of its folder
 * @param id its identity
 * @param name its name
 * @param experiment the experiment's name
 * @param variant the variant's name
 * @param levels what the ablation set, by feature path
 * @param seed the seed
 * @param progress where it stands
 * @param created when the folder was made, in ISO 8601
 * @param metrics the final figures by name; empty before there are any
 * @param values the last values of those curves that were asked for, by tag
 * @param tags what people tagged it with
 * @param note what people wrote to it, or empty
 * @param problem one sentence when one of its small files is damaged
 */
public record IndexedRun(
        String folder,
        String id,
        String name,
        String experiment,
        String variant,
        Map<String, String> levels,
        long seed,
        RunProgress progress,
        String created,
        Map<String, Double> metrics,
        Map<String, Double> values,
        List<String> tags,
        String note,
        Optional<String> problem) {

    /** The same with values of curves. */
    public IndexedRun with(Map<String, Double> others) {
        return new IndexedRun(
                folder,
                id,
                name,
                experiment,
                variant,
                levels,
                seed,
                progress,
                created,
                metrics,
                others,
                tags,
                note,
                problem);
    }

    /** A final figure, else the last value of the curve of that tag; NaN when there is neither. */
    public double figure(String nameOrTag) {
        var metric = metrics.get(nameOrTag);
        return metric != null ? metric : values.getOrDefault(nameOrTag, Double.NaN);
    }
}
