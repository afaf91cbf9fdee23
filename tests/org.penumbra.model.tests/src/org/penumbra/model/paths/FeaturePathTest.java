// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.eclipse.emf.ecore.EAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.io.InputException;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentFactory;
import org.penumbra.model.Experiments;
import org.penumbra.model.ExternalMethod;

import java.util.HashSet;
import java.util.List;

class FeaturePathTest {
    private final Experiment experiment = Experiments.valid();

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "variants/UMedNeRF/losses/perceptual/weight=1.0",
                "variants/MedNeRF/discriminatorOptimiser/learningRate=1.0E-4",
                "variants/MedNeRF/schedule/milestones=50000,100000,200000",
                "dataset/imageSize=128",
                "datasets/knee/geometry/dso=570.0",
                "seeds=1,2",
                "resources/device=auto",
                "variants/*/fineTuning/imageSize=64|128",
                "variants/*/losses/*/kind=lpips_alex|mse"
            })
    void getsByNames(String path, String value) {
        assertEquals(value, FeaturePath.parse(path).get(experiment));
    }

    @Test
    void setsUnderAWildcardInEveryVariantThatHasIt() {
        FeaturePath.parse("variants/*/fineTuning/iterations").set(experiment, "7");
        assertEquals(
                "7", FeaturePath.parse("variants/MedNeRF/fineTuning/iterations").get(experiment));
        assertEquals(
                "7", FeaturePath.parse("variants/UMedNeRF/fineTuning/iterations").get(experiment));
    }

    @Test
    void setsListsAndLiterals() {
        Assignment.parse("variants/MedNeRF/schedule/milestones= 10, 20 ").apply(experiment);
        Assignment.parse("variants/MedNeRF/losses/pixel/kind=ms_ssim").apply(experiment);
        Assignment.parse("seeds=").apply(experiment);
        assertEquals(
                "10,20", FeaturePath.parse("variants/MedNeRF/schedule/milestones").get(experiment));
        assertEquals(
                "ms_ssim", FeaturePath.parse("variants/MedNeRF/losses/pixel/kind").get(experiment));
        assertEquals(List.of(), experiment.getSeeds());
    }

    @ParameterizedTest
    @CsvSource({
        "variants/UMedNerf/losses/perceptual/weight, variants/UMedNeRF/losses/perceptual/weight",
        "variants/UMedNeRF/losses/perceptional/weight, variants/UMedNeRF/losses/perceptual/weight",
        "variants/*/fineTuning/iteration, variants/*/fineTuning/iterations",
        "resources/thread, resources/threads",
        "dataset/imageSise, datasets/knee/imageSize",
        "evaluation, evaluation/every",
        "variants/MedNeRF/iteration, variants/MedNeRF/iterations"
    })
    void namesTheNearestWhenThereIsNone(String path, String nearest) {
        var message = refusal(() -> FeaturePath.parse(path).resolve(experiment));
        assertTrue(message.contains("no setting " + path), message);
        assertTrue(message.contains(nearest), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name", "formatVersion", "variants/MedNeRF/name", "variants/MedNeRF/id"})
    void whatIdentifiesIsNoSetting(String path) {
        assertTrue(
                refusal(() -> FeaturePath.parse(path).resolve(experiment)).contains("no setting"));
    }

    @Test
    void theShortFormNeedsASingleDataset() {
        var second = ExperimentFactory.eINSTANCE.createDrrFolder();
        second.setName("chest");
        experiment.getDatasets().add(second);
        var message = refusal(() -> FeaturePath.parse("dataset/imageSize").resolve(experiment));
        assertTrue(message.contains("datasets/NAME"), message);
        assertEquals("128", FeaturePath.parse("datasets/chest/imageSize").get(experiment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a//b", "/seeds", "seeds/", "  "})
    void refusesEmptySegments(String path) {
        assertThrows(InputException.class, () -> FeaturePath.parse(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "variants/MedNeRF/losses/pixel/weight=-1|0 or larger",
                "variants/MedNeRF/losses/pixel/weight=NaN|a number",
                "variants/MedNeRF/losses/pixel/weight=1e999|0 or larger",
                "variants/MedNeRF/losses/pixel/weight=0x1p3|a number",
                "variants/MedNeRF/losses/pixel/weight=|a number",
                "variants/MedNeRF/losses/pixel/kind=lpips|lpips_alex",
                "variants/MedNeRF/averaging=1|0 or larger and smaller than 1",
                "variants/MedNeRF/rays/perturb=yes|true or false",
                "variants/MedNeRF/iterations=1e3|whole number",
                "variants/MedNeRF/iterations=99999999999|32 bits",
                "variants/MedNeRF/schedule/milestones=5,,6|whole number",
                "seeds=1,-2|0 or larger"
            })
    void refusesWrongValues(String assignment, String reason) {
        var before = FeaturePath.all(experiment).stream().map(this::value).toList();
        var message = refusal(() -> Assignment.parse(assignment).apply(experiment));
        assertTrue(message.contains(reason), message);
        assertEquals(before, FeaturePath.all(experiment).stream().map(this::value).toList());
    }

    @Test
    void aWildcardChangesNothingWhenOneRefuses() {
        var path = FeaturePath.parse("variants/*/field/*");
        assertThrows(InputException.class, () -> path.set(experiment, "0"));
        assertEquals("8", value("variants/MedNeRF/field/layers"));
    }

    @Test
    void anAssignmentNeedsAnEqualsSign() {
        var message = refusal(() -> Assignment.parse("variants/MedNeRF/iterations"));
        assertTrue(message.contains("PATH=VALUE"), message);
        assertEquals("a=b", Assignment.parse("notes=a=b").value());
    }

    @Test
    void settingsKnowTheirPlace() {
        var setting =
                FeaturePath.parse("variants/MedNeRF/losses/pixel/weight")
                        .resolve(experiment)
                        .getFirst();
        assertTrue(setting.isWithin(experiment.getVariants().get(0)));
        assertFalse(setting.isWithin(experiment.getVariants().get(1)));
        assertTrue(setting.documentation().contains("Published"));
    }

    @Provide
    Arbitrary<Experiment> experiments() {
        return Experiments.arbitrary();
    }

    @Property(tries = 20)
    void everyListedPathIsUniqueAndReadsBackItsOwnText(@ForAll("experiments") Experiment any) {
        any.getDatasets().forEach(d -> d.setName("d" + any.getDatasets().indexOf(d)));
        any.getVariants().forEach(v -> renamed(v, any));
        any.getDatasets().forEach(d -> d.getInstances().clear());
        any.getDatasets().forEach(d -> d.getHeldOut().clear());
        if (any.getAblation() != null) {
            any.setAblation(null);
        }
        var all = FeaturePath.all(any);
        assertEquals(all.size(), new HashSet<>(all).size());
        for (var path : all) {
            var setting = FeaturePath.parse(path).resolve(any).getFirst();
            assertEquals(setting.value(), setting.parse(setting.text()), path);
        }
    }

    private static void renamed(org.penumbra.model.Variant variant, Experiment any) {
        variant.setName("v" + any.getVariants().indexOf(variant));
        variant.getLosses().forEach(l -> l.setName("l" + variant.getLosses().indexOf(l)));
        if (variant instanceof ExternalMethod method) {
            plain(method);
        }
    }

    /** Texts with commas or spaces around them are no elements of a list that --set can write. */
    private static void plain(ExternalMethod method) {
        method.eClass().getEAttributes().stream()
                .filter(EAttribute::isMany)
                .forEach(list -> method.eSet(list, List.of("a", "b c")));
        method.getParameters().forEach(p -> p.setName("p" + method.getParameters().indexOf(p)));
        method.getEnvironment().forEach(p -> p.setName("e"));
    }

    private String value(String path) {
        return FeaturePath.parse(path).get(experiment);
    }

    private static String refusal(Runnable action) {
        var message = assertThrows(InputException.class, action::run).getMessage();
        assertTrue(message.endsWith("."), message);
        return message;
    }
}
