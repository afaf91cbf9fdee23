// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import org.penumbra.io.InputException;
import org.penumbra.model.Dataset;
import org.penumbra.model.Experiment;
import org.penumbra.model.json.ModelJson;
import org.penumbra.runs.data.DataSource;
import org.penumbra.runs.data.RunData;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.spec.RunSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Resolves an experiment to its runs: variants x combinations of levels x datasets x seeds. What
 * would be computed twice, because two combinations come to the same settings, is planned once.
 */
public final class Planner {
    private static final int MOST = 100_000;

    private final Experiment experiment;
    private final DataSource source;
    private final Factors factors;
    private final List<PlannedRun> runs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private Planner(Experiment experiment, DataSource source) {
        this.experiment = experiment;
        this.source = source;
        this.factors = new Factors(experiment);
    }

    /**
     * The plan of an experiment.
     *
     * @param experiment not changed
     * @param source where its data come from
     * @throws InputException when the experiment cannot be resolved
     */
    public static Plan plan(Experiment experiment, DataSource source) {
        var planner = new Planner(experiment, source);
        planner.check();
        for (int variant = 0; variant < experiment.getVariants().size(); variant++) {
            planner.variant(variant);
        }
        return planner.result();
    }

    private void check() {
        require(!experiment.getVariants().isEmpty(), "variant");
        require(!experiment.getDatasets().isEmpty(), "dataset");
        require(!experiment.getSeeds().isEmpty(), "seed");
    }

    private void require(boolean condition, String what) {
        if (!condition) {
            throw new InputException(
                    "The experiment '%s' has no %s: add at least one"
                            .formatted(experiment.getName(), what));
        }
    }

    private Plan result() {
        if (runs.isEmpty()) {
            throw new InputException("The exclusions of the ablation leave no run: remove one");
        }
        return new Plan(List.copyOf(runs), List.copyOf(notes));
    }

    private void variant(int index) {
        var variant = experiment.getVariants().get(index);
        for (var levels : combinations(factors.of(variant))) {
            var combination = Combination.of(experiment, index, levels);
            if (combination.excluded()) {
                notes.add(label(variant.getName(), levels) + " is left out by an exclusion");
            } else {
                combination.experiment().getDatasets().forEach(data -> runs(combination, data));
            }
        }
    }

    private List<Map<String, String>> combinations(List<FactorLevels> relevant) {
        return experiment.getAblation() == null
                ? List.of(Map.of())
                : Design.of(experiment.getAblation(), relevant);
    }

    private String label(String variant, Map<String, String> levels) {
        var text = Names.levels(levels, factors.paths());
        return text.isEmpty() ? variant : variant + "/" + text;
    }

    private void runs(Combination combination, Dataset dataset) {
        var data = source.resolve(dataset);
        var levels = combination.levels(dataset);
        var label = label(combination.variant().getName(), levels);
        var known = RunSpec.of(combination.variant(), data.spec(), 0).configurationId();
        var first = labels.putIfAbsent(known, label);
        if (first != null) {
            notes.add("%s has the settings of %s and is not run again".formatted(label, first));
            return;
        }
        for (long seed : seeds(labels.size() - 1)) {
            runs.add(run(combination, levels, data, seed));
        }
        if (runs.size() > MOST) {
            throw new InputException("The plan has more than %d runs: reduce it".formatted(MOST));
        }
    }

    /** The experiment's seeds; where they are not paired, moved on for every configuration. */
    private List<Long> seeds(int configuration) {
        var written = experiment.getSeeds().stream().map(Long::valueOf).distinct().toList();
        if (experiment.getAblation() == null || experiment.getAblation().isPairedSeeds()) {
            return written;
        }
        long first = written.stream().mapToLong(Long::longValue).min().orElse(0);
        long last = written.stream().mapToLong(Long::longValue).max().orElse(0);
        return written.stream().map(seed -> seed + configuration * (last - first + 1)).toList();
    }

    private PlannedRun run(
            Combination combination, Map<String, String> levels, RunData data, long seed) {
        var variant = combination.variant();
        var spec = RunSpec.of(variant, data.spec(), seed);
        var name = Names.run(variant.getName(), Names.levels(levels, factors.paths()), seed);
        var description =
                new RunDescription(
                        spec.id(),
                        name,
                        experiment.getName(),
                        variant.getName(),
                        levels,
                        spec.json(),
                        data.path(),
                        ModelJson.of(combination.experiment().getEvaluation()),
                        ModelJson.of(combination.experiment().getResources()));
        return new PlannedRun(name, variant.getName(), levels, seed, description);
    }
}
