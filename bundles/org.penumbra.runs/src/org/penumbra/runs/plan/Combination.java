// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.model.Dataset;
import org.penumbra.model.Exclusion;
import org.penumbra.model.Experiment;
import org.penumbra.model.Variant;
import org.penumbra.model.paths.Assignment;
import org.penumbra.model.paths.FeaturePath;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One combination of levels for one variant, applied to a copy of the experiment.
 *
 * @param experiment the copy
 * @param variant the variant in the copy
 * @param levels what was set
 */
record Combination(Experiment experiment, Variant variant, Map<String, String> levels) {

    static Combination of(Experiment original, int variant, Map<String, String> levels) {
        var copy = EcoreUtil.copy(original);
        levels.forEach((path, level) -> FeaturePath.parse(path).set(copy, level));
        return new Combination(copy, copy.getVariants().get(variant), levels);
    }

    boolean excluded() {
        return experiment.getAblation() != null
                && experiment.getAblation().getExclusions().stream().anyMatch(this::meets);
    }

    private boolean meets(Exclusion exclusion) {
        return !exclusion.getConditions().isEmpty()
                && exclusion.getConditions().stream().map(Assignment::parse).allMatch(this::meets);
    }

    private boolean meets(Assignment condition) {
        var settings = Factors.relevant(experiment, variant, condition.path());
        return !settings.isEmpty() && Factors.holds(settings, condition.value());
    }

    /** The levels, with the dataset among them where there are several. */
    Map<String, String> levels(Dataset dataset) {
        if (experiment.getDatasets().size() == 1) {
            return levels;
        }
        var all = new LinkedHashMap<String, String>();
        all.put("dataset", dataset.getName());
        all.putAll(levels);
        return all;
    }
}
