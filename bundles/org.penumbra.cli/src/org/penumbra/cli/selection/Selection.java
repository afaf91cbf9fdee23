// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.selection;

import org.penumbra.model.Experiment;
import org.penumbra.model.paths.Assignment;
import org.penumbra.model.paths.FeaturePath;
import org.penumbra.model.store.ExperimentStore;
import org.penumbra.runs.code.CodeSource;
import org.penumbra.runs.data.DataPlaces;
import org.penumbra.runs.data.DataSource;
import org.penumbra.runs.plan.Plan;
import org.penumbra.runs.plan.Planner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The runs that the options mean.
 *
 * @param experiment the experiment with the options applied
 * @param plan its runs, and notes about those that are not among them
 * @param choices sentences about what was decided for the user
 * @param warnings sentences about what is allowed and perhaps not meant
 * @param obstacles sentences about what the runs need and this machine lacks
 */
public record Selection(
        Experiment experiment,
        Plan plan,
        List<String> choices,
        List<String> warnings,
        List<String> obstacles) {

    /**
     * Applies the options to the experiment, checks it and plans it.
     *
     * @throws InvalidExperiment when the experiment breaks constraints
     * @throws org.penumbra.io.InputException when anything else is wrong; nothing was written
     */
    public static Selection of(Request request) {
        var experiment = ExperimentStore.load(request.file());
        apply(request, experiment);
        var choices = new ArrayList<String>();
        var places = places(request, experiment, choices);
        var warnings = Checks.of(experiment);
        var code = CodeSource.of(request.file(), request.code());
        var plan = Planner.plan(experiment, new DataSource(places), code);
        var chosen = request.only().map(plan::only).orElse(plan);
        var weights = Weights.of(request.weights());
        var runs = chosen.runs().stream().map(weights::into).toList();
        var doubts = Stream.concat(warnings.stream(), Confounds.of(runs).stream()).toList();
        var obstacles =
                Stream.concat(weights.missing(runs).stream(), Commands.missing(runs).stream());
        return new Selection(
                experiment, new Plan(runs, chosen.notes()), choices, doubts, obstacles.toList());
    }

    private static void apply(Request request, Experiment experiment) {
        request.settings().stream()
                .map(Assignment::parse)
                .forEach(assignment -> assignment.apply(experiment));
        request.seeds().ifPresent(seeds -> FeaturePath.parse("seeds").set(experiment, seeds));
        request.device().map(Device::checked).ifPresent(experiment.getResources()::setDevice);
    }

    private static DataPlaces places(Request request, Experiment experiment, List<String> choices) {
        var asked = DataPlaces.of(experiment, request.file(), request.data());
        asked.replacements()
                .forEach((name, path) -> OtherData.into(experiment, name, path, choices));
        return asked;
    }
}
