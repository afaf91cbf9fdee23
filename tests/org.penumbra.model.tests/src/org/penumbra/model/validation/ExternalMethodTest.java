// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.model.Experiment;
import org.penumbra.model.Experiments;
import org.penumbra.model.ExternalMethod;
import org.penumbra.model.LossKind;
import org.penumbra.model.SettingsFormat;
import org.penumbra.model.defaults.Published;
import org.penumbra.model.paths.Assignment;
import org.penumbra.model.paths.FeaturePath;

import java.util.List;

class ExternalMethodTest {
    private final Experiment experiment = Experiments.valid();
    private ExternalMethod method;

    @BeforeEach
    void addProgram() {
        method = Experiments.program("own");
        experiment.getVariants().add(method);
        assertEquals(List.of(), Validation.of(experiment));
    }

    private void assertProblem(Severity severity, String path, String words) {
        var problems = Validation.of(experiment);
        assertTrue(
                problems.stream()
                        .anyMatch(
                                problem ->
                                        problem.severity() == severity
                                                && problem.path().equals(path)
                                                && problem.message().contains(words)),
                problems::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "command=|command|is empty",
                "workingFolder=/opt/code|workingFolder|absolute",
                "workingFolder=~/code|workingFolder|absolute",
                "workingFolder=${data}/code|workingFolder|${code}",
                "workingFolder=|workingFolder|is empty",
                "command=python3,${sed}|command|nearest are ${seed}",
                "resume=--from,${parameters/rl}|resume|${parameters/lr}",
                "settingsFile=../settings.json|settingsFile|leads out",
                "settingsFile=/etc/settings.json|settingsFile|absolute",
                "settingsFile=|settingsFile|such as settings.json",
                "settingsFormat=none|settingsFile|not written",
                "settingsTemplate=x|settingsTemplate|template only",
                "settingsFormat=template|settingsTemplate|is empty",
                "eventFolder=out/../../x|eventFolder|leads out",
                "eventFolder=|metrics|come from curves",
                "images=out/*.png|images|{step}",
                "images=../{step}.png|images|leads out",
                "resultsFile=../x.json|resultsFile|leads out",
                "sources=../*.py|sources|leads out",
                "metrics=psnr|metrics|write pairs",
                "metrics=a=b,a=c|metrics|keep one",
                "tags=x|tags|write pairs",
                "stepsParameter=step|stepsParameter|steps",
                "stepsParameter=lr|stepsParameter|whole number",
                "parameters/lr/value=${parameters/steps}|parameters/lr/value|unknown",
                "environment/PLACE/value=${hom}|environment/PLACE/value|unknown"
            })
    void saysWhatIsWrongAndWhatToDo(String assignment, String path, String words) {
        Assignment.parse("variants/own/" + assignment).apply(experiment);
        assertProblem(Severity.ERROR, "variants/own/" + path, words);
    }

    @Test
    void parametersAreVariedByTheirNames() {
        var path = FeaturePath.parse("variants/own/parameters/lr/value");
        path.set(experiment, "0.5");
        assertEquals("0.5", path.get(experiment));
        Experiments.factor(experiment, "rate", path.toString(), "0.1", "0.5");
        assertEquals(List.of(), Validation.of(experiment));
    }

    @Test
    void lossesAreNotForPrograms() {
        method.getLosses().add(Published.loss("pixel", LossKind.MSE, 1));
        assertProblem(Severity.ERROR, "variants/own/losses", "not used");
    }

    @Test
    void programsAloneNeedNoDatasetUnlessTheyAskForOne() {
        experiment.getDatasets().clear();
        assertProblem(Severity.ERROR, "datasets", "add a DrrFolder");
        experiment.getVariants().removeIf(variant -> variant != method);
        assertEquals(List.of(), Validation.of(experiment));
        method.getCommand().add("${training}");
        assertProblem(Severity.ERROR, "variants/own", "has no dataset");
    }

    @Test
    void namesThatMakeNoTree() {
        method.getParameters().getFirst().setName("steps.more");
        assertProblem(Severity.ERROR, "variants/own/parameters", "value and an object");
        method.setSettingsFile("");
        method.setSettingsFormat(SettingsFormat.SECTIONS);
        method.getParameters().getFirst().setName("lr.");
        assertProblem(Severity.ERROR, "variants/own/parameters/lr./name", "section.name");
    }

    @Test
    void environmentVariablesHaveNamesOfTheirOwnKind() {
        method.getEnvironment().getFirst().setName("A-B");
        assertProblem(Severity.ERROR, "variants/own/environment/A-B/name", "letters");
    }

    @Test
    void withoutFiguresThereIsNothingToCompare() {
        method.getMetrics().clear();
        method.setResultsFile("");
        assertProblem(Severity.WARNING, "variants/own/metrics", "cannot be compared");
    }
}
