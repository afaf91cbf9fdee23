// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.io.InputException;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentFactory;
import org.penumbra.model.Experiments;
import org.penumbra.model.GrafVariant;
import org.penumbra.model.LossKind;
import org.penumbra.model.PhantomViews;
import org.penumbra.model.paths.Assignment;

import java.util.List;

class ValidationTest {
    private final Experiment experiment = Experiments.valid();

    @Test
    void thePublishedDefaultsAreValid() {
        assertEquals(List.of(), Validation.of(experiment));
        Validation.require(experiment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seeds=|seeds|add at least one",
                "seeds=1,1|seeds|hold 1 twice",
                "dataset/heldOut=01-7|datasets/knee/heldOut|INSTANCE:INDEX",
                "dataset/heldOut=01:7,01:7|datasets/knee/heldOut|hold 01:7 twice",
                "dataset/heldOut=01:72|datasets/knee/heldOut|views 0 to 71",
                "dataset/phantom=kne|datasets/knee/phantom|knee",
                "dataset/geometry/dsd=500|datasets/knee/geometry/dsd|larger than dso",
                "evaluation/baseline=MedNerf|evaluation/baseline|MedNeRF",
                "evaluation/profile=|evaluation/profile|mednerf",
                "resources/device=gpu|resources/device|cuda:N",
                "variants/MedNeRF/camera/near=13|variants/MedNeRF/camera/near|far",
                "variants/MedNeRF/camera/near=0.5|variants/MedNeRF/camera/near|radiusMax -"
                        + " radiusMin",
                "variants/MedNeRF/camera/polarMin=86|variants/MedNeRF/camera/polarMin|polarMax",
                "variants/MedNeRF/rays/patchSize=20|variants/MedNeRF/rays/patchSize|multiple of 8,"
                        + " such as 24",
                "variants/MedNeRF/rays/patchSize=256|variants/MedNeRF/rays/patchSize|images of knee"
                        + " (128)",
                "variants/MedNeRF/fineTuning/imageSize=256|variants/MedNeRF/fineTuning/imageSize|images"
                    + " of knee (128)",
                "variants/MedNeRF/fineTuning/patchSize=65|variants/MedNeRF/fineTuning/patchSize|imageSize"
                    + " (64)",
                "variants/MedNeRF/fineTuning/view=72|variants/MedNeRF/fineTuning/view|views 0 to"
                        + " 71",
                "variants/MedNeRF/field/skipAfter=7|variants/MedNeRF/field/skipAfter|layers - 1 ="
                        + " 7",
                "variants/MedNeRF/field/width=65|variants/MedNeRF/field/width|multiple of 2",
                "variants/MedNeRF/discriminator/features=30|variants/MedNeRF/discriminator/features|multiple"
                    + " of 4",
                "variants/MedNeRF/discriminator/reconstruction/kind=code_prior|variants/MedNeRF/discriminator/reconstruction/kind|image"
                    + " loss",
                "variants/MedNeRF/schedule/milestones=5,4|variants/MedNeRF/schedule/milestones|rising",
                "variants/MedNeRF/losses/*/weight=0|variants/MedNeRF/losses|above 0"
            })
    void saysWhatIsWrongAndWhatToDo(String assignment, String path, String message) {
        Assignment.parse(assignment).apply(experiment);
        assertProblem(Severity.ERROR, path, message);
        assertThrows(InputException.class, () -> Validation.require(experiment));
    }

    @Test
    void needsDatasetsAndVariants() {
        experiment.getDatasets().clear();
        experiment.getVariants().clear();
        assertProblem(Severity.ERROR, "datasets", "add a DrrFolder");
        assertProblem(Severity.ERROR, "variants", "add a MedNeRF");
        var message =
                assertThrows(InputException.class, () -> Validation.require(experiment))
                        .getMessage();
        assertTrue(message.endsWith("(and 1 more)."), message);
    }

    @Test
    void numbersOutOfRange() {
        experiment.getVariants().getFirst().getLosses().getFirst().setWeight(-0.5);
        experiment.getResources().setKeepCheckpoints(0);
        medNeRF().getCamera().setFar(Double.NaN);
        assertProblem(
                Severity.ERROR,
                "variants/MedNeRF/losses/perceptual/weight",
                "is -0.5; it must be 0 or larger");
        assertProblem(Severity.ERROR, "resources/keepCheckpoints", "1 or larger");
        assertProblem(Severity.ERROR, "variants/MedNeRF/camera/far", "larger than 0");
    }

    @ParameterizedTest
    @CsvSource({"a/b", "a\\b", "*", "x=1", "'a,b'", "..", ".", "' a'", "#1"})
    void namesOutsideTheGrammar(String name) {
        experiment.getVariants().getFirst().setName(name);
        assertProblem(Severity.ERROR, "variants/" + name + "/name", "use a name without");
    }

    @Test
    void emptyAndDuplicateNames() {
        experiment.setName("");
        experiment.getDatasets().getFirst().setName("");
        experiment.getVariants().getFirst().setName("UMedNeRF");
        assertProblem(Severity.ERROR, "name", "give it a name");
        assertProblem(Severity.ERROR, "datasets/#1/name", "give it a name");
        assertProblem(Severity.ERROR, "variants/UMedNeRF/name", "used twice");
    }

    @ParameterizedTest
    @CsvSource({
        "'',empty",
        "/data/knee,absolute",
        "C:\\knee,absolute",
        "~/knee,absolute",
        "a/${data},at the beginning"
    })
    void foldersAreRelative(String folder, String message) {
        var data = ExperimentFactory.eINSTANCE.createDrrFolder();
        data.setName("xray");
        data.setFolder(folder);
        experiment.getDatasets().add(data);
        assertProblem(Severity.ERROR, "datasets/xray/folder", message);
    }

    @Test
    void heldOutInstancesAreUsed() {
        experiment.getDatasets().getFirst().getInstances().add("02");
        experiment.getDatasets().getFirst().getHeldOut().add("01:3");
        assertProblem(Severity.ERROR, "datasets/knee/heldOut", "instance 01 is not used");
        medNeRF().getFineTuning().setInstance("01");
        assertProblem(Severity.ERROR, "variants/MedNeRF/fineTuning/instance", "name one of 02");
    }

    @Test
    void theSplitNeedsItsViews() {
        Assignment.parse("dataset/split=umednerf_knee_01").apply(experiment);
        assertEquals(List.of(), Validation.of(experiment));
        ((PhantomViews) experiment.getDatasets().getFirst()).getGeometry().setViews(61);
        assertProblem(Severity.ERROR, "datasets/knee/split", "at least 62");
    }

    @Test
    void lossesFitWhatIsOptimised() {
        experiment.getVariants().get(1).getLosses().remove(1);
        assertProblem(
                Severity.ERROR, "variants/UMedNeRF/fineTuning/weighting", "at least two losses");
        experiment.getVariants().get(1).getLosses().clear();
        assertProblem(Severity.ERROR, "variants/UMedNeRF/losses", "add at least one");
        medNeRF().getLosses().getFirst().setKind(LossKind.CODE_PRIOR);
        assertProblem(
                Severity.WARNING, "variants/MedNeRF/losses/perceptual/kind", "generator_and_code");
    }

    @Test
    void somethingIsTrained() {
        medNeRF().setIterations(0);
        medNeRF().getFineTuning().setIterations(0);
        assertProblem(Severity.ERROR, "variants/MedNeRF/iterations", "nothing is trained");
    }

    @Test
    void aHeldOutViewIsNotFitted() {
        medNeRF().getFineTuning().setInstance("01");
        experiment.getDatasets().getFirst().getHeldOut().add("01:0");
        assertProblem(Severity.WARNING, "variants/MedNeRF/fineTuning/view", "choose another view");
        Validation.require(experiment);
    }

    @ParameterizedTest
    @CsvSource({
        "variants/UMedNerf/iterations, path, the nearest are variants/UMedNeRF/iterations",
        "'', path, not a path",
        "resources/threads, path, changes nothing in a run",
        "variants/*/losses/perceptual/weight, levels, \"abc\"",
        "variants/*/iterations, levels, whole number"
    })
    void factorsPointAtSettingsThatTakeTheirLevels(String path, String feature, String message) {
        Experiments.factor(experiment, "f", path, "1", "abc");
        assertProblem(Severity.ERROR, "ablation/factors/f/" + feature, message);
    }

    @Test
    void levelsAreThereAndDiffer() {
        Experiments.factor(experiment, "none", "variants/MedNeRF/iterations");
        Experiments.factor(experiment, "same", "variants/UMedNeRF/averaging", "0.5", "0.50");
        Experiments.factor(experiment, "range", "variants/*/losses/pixel/weight", "-1");
        assertProblem(Severity.ERROR, "ablation/factors/none/levels", "add at least one");
        assertProblem(Severity.ERROR, "ablation/factors/same/levels", "hold 0.50 twice");
        assertProblem(Severity.ERROR, "ablation/factors/range/levels", "0 or larger");
    }

    @Test
    void factorsDoNotOverlap() {
        Experiments.factor(experiment, "all", "variants/*/iterations", "1");
        Experiments.factor(experiment, "one", "variants/MedNeRF/iterations", "2");
        assertProblem(Severity.ERROR, "ablation/factors/one/path", "keep one of them");
        experiment.getAblation().getFactors().clear();
        assertProblem(Severity.ERROR, "ablation/factors", "add one");
    }

    @ParameterizedTest
    @CsvSource({
        "variants/*/iterations, PATH=VALUE",
        "variants/*/iteration=1, the nearest are variants/*/iterations",
        "variants/*/iterations=3, none of the levels"
    })
    void exclusionsSpeakOfFactors(String condition, String message) {
        Experiments.factor(experiment, "f", "variants/*/iterations", "1", "2");
        var exclusion = ExperimentFactory.eINSTANCE.createExclusion();
        experiment.getAblation().getExclusions().add(exclusion);
        assertProblem(Severity.ERROR, "ablation/exclusions/#1/conditions", "remove the exclusion");
        exclusion.getConditions().add("variants/*/iterations=1");
        assertEquals(List.of(), Validation.of(experiment));
        exclusion.getConditions().add(condition);
        assertProblem(Severity.ERROR, "ablation/exclusions/#1/conditions", message);
    }

    @Provide
    Arbitrary<Experiment> experiments() {
        return Experiments.arbitrary();
    }

    @Property(tries = 100)
    void judgesWhateverIsThere(@ForAll("experiments") Experiment any) {
        for (var problem : Validation.of(any)) {
            assertTrue(problem.message().matches("(?s)\\S.*[^.]"), problem.message());
        }
    }

    private GrafVariant medNeRF() {
        return (GrafVariant) experiment.getVariants().getFirst();
    }

    private void assertProblem(Severity severity, String path, String message) {
        var problems = Validation.of(experiment);
        assertTrue(
                problems.stream()
                        .anyMatch(
                                p ->
                                        p.severity() == severity
                                                && p.path().equals(path)
                                                && p.message().contains(message)),
                () -> path + " " + message + " is not among " + problems);
    }
}
