// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.penumbra.io.InputException;
import org.penumbra.model.AblationStrategy;
import org.penumbra.model.Experiment;
import org.penumbra.model.paths.FeaturePath;
import org.penumbra.runs.data.DataPlaces;
import org.penumbra.runs.data.DataSource;
import org.penumbra.runs.specimens.Experiments;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class PlannerTest {
    private static final String WIDTH = "variants/*/field/width";
    private static final String PIXEL = "variants/MedNeRF/losses/pixel/weight";
    private static final DataSource SOURCE = new DataSource(new DataPlaces(Path.of("."), Map.of()));

    private static Plan plan(Experiment experiment) {
        return Planner.plan(experiment, SOURCE);
    }

    private static List<String> names(Plan plan) {
        return plan.runs().stream().map(PlannedRun::name).toList();
    }

    private static Experiment changed(String path, String value) {
        var experiment = Experiments.twoVariants();
        FeaturePath.parse(path).set(experiment, value);
        return experiment;
    }

    private static String firstId(Experiment experiment) {
        return plan(experiment).runs().getFirst().id();
    }

    @Test
    void withoutAnAblationEveryVariantRunsWithEverySeed() {
        assertEquals(
                List.of("MedNeRF/seed=1", "MedNeRF/seed=2", "UMedNeRF/seed=1", "UMedNeRF/seed=2"),
                names(plan(Experiments.twoVariants())));
    }

    @Test
    void aDescriptionHoldsTheResolvedSpec() {
        var run = plan(Experiments.twoVariants()).runs().get(1);
        var spec = run.description().spec();
        assertEquals("MedNeRF", spec.getAsJsonObject("method").get("name").getAsString());
        assertEquals(2, spec.get("seed").getAsInt());
        assertEquals(100_000, spec.getAsJsonObject("settings").get("iterations").getAsInt());
        var data = spec.getAsJsonObject("data");
        assertEquals("phantom", data.get("kind").getAsString());
        assertEquals(6, data.getAsJsonObject("geometry").get("views").getAsInt());
        assertTrue(data.get("fingerprint").getAsString().startsWith("sha256:"));
        assertEquals("mednerf", run.description().evaluation().get("profile").getAsString());
        assertEquals(1000, run.description().resources().get("checkpointEvery").getAsInt());
        var folder = "MedNeRF-s2-" + run.id().substring(0, 8);
        assertEquals(folder, run.folderName());
    }

    @Test
    void oneFactorAtATimeIsTheBaselineAndEveryOtherLevelAlone() {
        var experiment = Experiments.ablation(AblationStrategy.ONE_FACTOR_AT_ATIME);
        Experiments.factor(experiment, WIDTH, "64", "128", "256");
        Experiments.factor(experiment, PIXEL, "0.1", "0.5");
        // MedNeRF: as written, width 64, width 128, pixel 0.5; 256 and 0.1 are as written.
        assertEquals(
                List.of(
                        "MedNeRF/seed=1",
                        "MedNeRF/width=64/seed=1",
                        "MedNeRF/width=128/seed=1",
                        "MedNeRF/weight=0.5/seed=1",
                        "UMedNeRF/seed=1",
                        "UMedNeRF/width=64/seed=1",
                        "UMedNeRF/width=128/seed=1"),
                names(plan(experiment)).stream().filter(n -> n.endsWith("=1")).toList());
    }

    @Property(tries = 20)
    void theNumberOfRunsOfBothStrategiesIsKnown(
            @ForAll @IntRange(min = 1, max = 4) int a, @ForAll @IntRange(min = 1, max = 4) int b) {
        for (var strategy :
                List.of(AblationStrategy.ONE_FACTOR_AT_ATIME, AblationStrategy.FULL_FACTORIAL)) {
            var experiment = Experiments.ablation(strategy);
            Experiments.factor(experiment, "variants/*/field/layers", levels(a));
            Experiments.factor(experiment, "variants/*/field/positionFrequencies", levels(b));
            // None of the levels 11.. is the published one.
            int combinations = strategy == AblationStrategy.FULL_FACTORIAL ? a * b : 1 + a + b;
            var runs = plan(experiment).runs();
            assertEquals(combinations * 2 * 2, runs.size());
            assertEquals(
                    runs.size(), new HashSet<>(runs.stream().map(PlannedRun::id).toList()).size());
            assertEquals(
                    runs.size(),
                    new HashSet<>(runs.stream().map(PlannedRun::name).toList()).size());
        }
    }

    private static String[] levels(int count) {
        return Stream.iterate(11, n -> n + 1)
                .limit(count)
                .map(String::valueOf)
                .toArray(String[]::new);
    }

    @Test
    void exclusionsLeaveOutWhatMeetsAllTheirConditions() {
        var experiment = Experiments.ablation(AblationStrategy.FULL_FACTORIAL);
        Experiments.factor(experiment, WIDTH, "64", "128");
        Experiments.factor(experiment, PIXEL, "0.1", "0.5");
        Experiments.exclusion(experiment, WIDTH + "=128", PIXEL + "=0.50");
        var plan = plan(experiment);
        assertEquals((3 + 2) * 2, plan.runs().size());
        assertTrue(plan.notes().getFirst().contains("MedNeRF/width=128,weight=0.5"));
    }

    @Test
    void excludingEverythingIsAnError() {
        var experiment = Experiments.ablation(AblationStrategy.FULL_FACTORIAL);
        Experiments.factor(experiment, WIDTH, "64");
        Experiments.exclusion(experiment, WIDTH + "=64");
        assertThrows(InputException.class, () -> plan(experiment));
    }

    @Test
    void equalConfigurationsAreRunOnceAndNamed() {
        var experiment = Experiments.ablation(AblationStrategy.FULL_FACTORIAL);
        Experiments.factor(experiment, "variants/*/averaging", "0.9", "0.90", "0.99");
        var plan = plan(experiment);
        assertEquals(2 * 2 * 2, plan.runs().size());
        assertEquals(2, plan.notes().size());
        assertTrue(
                plan.notes().getFirst().contains("MedNeRF/averaging=0.90 has the settings of"),
                plan.notes().toString());
    }

    @Test
    void unpairedSeedsAreDifferentForEveryConfiguration() {
        var experiment = Experiments.ablation(AblationStrategy.FULL_FACTORIAL);
        Experiments.factor(experiment, WIDTH, "64", "128");
        assertEquals(2, seeds(plan(experiment)).size());
        experiment.getAblation().setPairedSeeds(false);
        assertEquals(8, seeds(plan(experiment)).size());
    }

    private static HashSet<Long> seeds(Plan plan) {
        return new HashSet<>(plan.runs().stream().map(PlannedRun::seed).toList());
    }

    @Test
    void namesNotesPlacesAndResourcesAreNotPartOfTheIdentity() {
        var id = firstId(Experiments.twoVariants());
        var renamed = Experiments.twoVariants();
        renamed.setName("another");
        renamed.setNotes("long ones");
        renamed.getVariants().getFirst().setName("Baseline");
        renamed.getDatasets().getFirst().setName("views");
        assertEquals(id, firstId(renamed));
        assertEquals(id, firstId(changed("resources/threads", "1")));
        assertEquals(id, firstId(changed("evaluation/every", "10")));
    }

    @Test
    void everySettingOfTheVariantAndTheDataIsPartOfTheIdentity() {
        var original = Experiments.twoVariants();
        var ids = new HashSet<String>();
        ids.add(firstId(original));
        var changes =
                Map.of(
                        "variants/MedNeRF/iterations", "99",
                        "variants/MedNeRF/fidelity", "paper",
                        "variants/MedNeRF/losses/pixel/weight", "0.2",
                        "variants/MedNeRF/schedule/milestones", "1,2",
                        "variants/MedNeRF/rays/perturb", "false",
                        "dataset/imageSize", "24",
                        "dataset/heldOut", "01:3",
                        "dataset/geometry/dso", "571",
                        "seeds", "3");
        changes.forEach((path, value) -> assertTrue(ids.add(firstId(changed(path, value))), path));
        var sameAgain = changed("variants/MedNeRF/averaging", "0.9990");
        assertEquals(firstId(original), firstId(sameAgain));
        assertNotEquals(firstId(original), plan(original).runs().get(2).id());
    }

    @Test
    void severalDatasetsAreAFactorOfTheirOwn() {
        var experiment = Experiments.twoVariants();
        var second = org.eclipse.emf.ecore.util.EcoreUtil.copy(experiment.getDatasets().getFirst());
        second.setName("larger");
        second.setImageSize(24);
        experiment.getDatasets().add(second);
        assertEquals(
                List.of(
                        "MedNeRF/dataset=phantom/seed=1",
                        "MedNeRF/dataset=phantom/seed=2",
                        "MedNeRF/dataset=larger/seed=1",
                        "MedNeRF/dataset=larger/seed=2"),
                names(plan(experiment)).subList(0, 4));
    }

    @Test
    void factorsWithEqualLastNamesAreToldApart() {
        var experiment = Experiments.ablation(AblationStrategy.FULL_FACTORIAL);
        Experiments.factor(experiment, "variants/*/losses/pixel/weight", "0.4");
        Experiments.factor(experiment, "variants/*/losses/perceptual/weight", "0.7");
        assertEquals(
                "MedNeRF/pixel.weight=0.4,perceptual.weight=0.7/seed=1",
                names(plan(experiment)).getFirst());
    }

    @Test
    void aFactorThatDoesNotExistOrALevelOutOfRangeIsRefused() {
        var missing = Experiments.ablation(AblationStrategy.FULL_FACTORIAL);
        Experiments.factor(missing, "variants/*/field/widht", "64");
        var message = assertThrows(InputException.class, () -> plan(missing)).getMessage();
        assertTrue(message.contains("variants/*/field/width"), message);
        var negative = Experiments.ablation(AblationStrategy.ONE_FACTOR_AT_ATIME);
        Experiments.factor(negative, PIXEL, "-1");
        assertThrows(InputException.class, () -> plan(negative));
    }

    @Test
    void onlySomeRunsAreChosenByTheirNames() {
        var plan = plan(Experiments.twoVariants());
        assertEquals(List.of("UMedNeRF/seed=2"), names(plan.only("UMed*2")));
        assertEquals(
                List.of("MedNeRF/seed=1", "MedNeRF/seed=2"), names(plan.only("MedNeRF/seed=?")));
        var message = assertThrows(InputException.class, () -> plan.only("NAF*")).getMessage();
        assertTrue(message.contains("MedNeRF/seed=1"), message);
    }

    @Test
    void folderNamesAreSafe() {
        var experiment = Experiments.twoVariants();
        experiment.getVariants().getFirst().setName("../Ünsafe: name?");
        var name = plan(experiment).runs().getFirst().folderName();
        assertTrue(name.matches("[A-Za-z0-9][A-Za-z0-9._=+-]*"), name);
    }
}
