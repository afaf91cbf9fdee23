// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.branch;

import com.google.gson.JsonObject;

import org.penumbra.model.Evaluation;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentFactory;
import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.Resources;
import org.penumbra.model.Variant;
import org.penumbra.model.defaults.Completion;
import org.penumbra.model.json.ModelJson;
import org.penumbra.model.json.ModelReader;
import org.penumbra.model.paths.FeaturePath;
import org.penumbra.runs.folder.RunDescription;
import org.penumbra.runs.json.Fields;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of one run as an experiment of one variant, so that the paths, types, ranges and
 * rules of experiments hold for them. It has no datasets: a run's data are known by content only.
 *
 * @param experiment the model
 */
record RunExperiment(Experiment experiment) {
    /** Where the network weights lie on this machine is no setting of experiments. */
    private static final String WEIGHTS = "weights";

    static RunExperiment of(RunDescription run, String where) {
        var experiment = ExperimentFactory.eINSTANCE.createExperiment();
        experiment.setName(run.experiment());
        experiment.getVariants().add(variant(run, where));
        var evaluation =
                ModelReader.read(Literals.EVALUATION, run.evaluation(), where + "/evaluation");
        experiment.setEvaluation((Evaluation) evaluation);
        var resources = run.resources().deepCopy();
        resources.remove(WEIGHTS);
        experiment.setResources(
                (Resources) ModelReader.read(Literals.RESOURCES, resources, where + "/resources"));
        Completion.complete(experiment);
        return new RunExperiment(experiment);
    }

    private static Variant variant(RunDescription run, String where) {
        var spec = new Fields(run.spec(), where + ", field spec");
        return ModelReader.variant(
                spec.fields("method").text("name"),
                run.variant(),
                spec.inner("settings"),
                where + "/spec/settings");
    }

    Variant variant() {
        return experiment.getVariants().getFirst();
    }

    /** Every setting's value as text, by its path. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        FeaturePath.all(experiment)
                .forEach(path -> values.put(path, FeaturePath.parse(path).get(experiment)));
        return values;
    }

    JsonObject settings() {
        return ModelJson.of(variant());
    }

    JsonObject evaluation() {
        return ModelJson.of(experiment.getEvaluation());
    }

    JsonObject resources(RunDescription run) {
        var json = ModelJson.of(experiment.getResources());
        if (run.resources().has(WEIGHTS)) {
            json.add(WEIGHTS, run.resources().get(WEIGHTS));
        }
        return json;
    }
}
