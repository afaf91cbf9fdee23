// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import com.google.gson.JsonObject;

import org.penumbra.io.InputException;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExternalMethod;
import org.penumbra.model.Variant;
import org.penumbra.model.json.ModelJson;
import org.penumbra.runs.code.CodeSource;
import org.penumbra.runs.data.DataSource;
import org.penumbra.runs.data.RunData;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.spec.RunSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves an experiment to its runs: variants x combinations of levels x datasets x seeds. What
 * would be computed twice, because two combinations come to the same settings, is planned once.
 */
public final class Planner {
    private static final int MOST = 100_000;

    private final Experiment experiment;
    private final DataSource source;
    private final Optional<CodeSource> code;
    private final Factors factors;
    private final List<PlannedRun> runs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private Planner(Experiment experiment, DataSource source, Optional<CodeSource> code) {
        this.experiment = experiment;
        this.source = source;
        this.code = code;
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
        return plan(experiment, source, Optional.empty());
    }

    /**
     * The plan of an experiment whose methods may be programs of the user's own.
     *
     * @param experiment not changed
     * @param source where its data come from
     * @param code where the code of these programs comes from
     * @throws InputException when the experiment cannot be resolved
     */
    public static Plan plan(Experiment experiment, DataSource source, CodeSource code) {
        return plan(experiment, source, Optional.of(code));
    }

    private static Plan plan(Experiment experiment, DataSource source, Optional<CodeSource> code) {
        var planner = new Planner(experiment, source, code);
        planner.check();
        for (int variant = 0; variant < experiment.getVariants().size(); variant++) {
            planner.variant(variant);
        }
        return planner.result();
    }

    private void check() {
        require(!experiment.getVariants().isEmpty(), "variant");
        require(!experiment.getDatasets().isEmpty() || allBringTheirOwn(), "dataset");
        require(!experiment.getSeeds().isEmpty(), "seed");
    }

    private boolean allBringTheirOwn() {
        return experiment.getVariants().stream().allMatch(ExternalMethod.class::isInstance);
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
                runs(combination);
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

    private void runs(Combination combination) {
        var datasets = combination.experiment().getDatasets();
        for (var dataset : datasets) {
            runs(combination, combination.levels(dataset), source.resolve(dataset));
        }
        if (datasets.isEmpty()) {
            runs(combination, combination.levels(), RunData.none());
        }
    }

    private void runs(Combination combination, Map<String, String> levels, RunData data) {
        var label = label(combination.variant().getName(), levels);
        var known = spec(combination.variant(), data, 0).configurationId();
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
        var spec = spec(variant, data, seed);
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
                        resources(combination));
        return new PlannedRun(name, variant.getName(), levels, seed, description);
    }

    private RunSpec spec(Variant variant, RunData data, long seed) {
        var spec = RunSpec.of(variant, data.spec(), seed);
        return variant instanceof ExternalMethod method
                ? spec.with(code(method).fingerprint())
                : spec;
    }

    private JsonObject resources(Combination combination) {
        var resources = ModelJson.of(combination.experiment().getResources());
        if (combination.variant() instanceof ExternalMethod method) {
            resources.addProperty("code", code(method).folder().toString());
            resources.addProperty("stopSignal", method.getStopSignal().getLiteral());
            resources.addProperty("patience", method.getPatience());
        }
        return resources;
    }

    private CodeSource.Code code(ExternalMethod method) {
        return code.orElseThrow(
                        () ->
                                new InputException(
                                        "The code of %s is not looked for here: plan it with penumbra plan or run"
                                                .formatted(method.getName())))
                .resolve(method);
    }
}
