// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.penumbra.io.InputException;
import org.penumbra.io.json.CanonicalJson;
import org.penumbra.io.json.Json;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentPackage;
import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.Experiments;
import org.penumbra.model.GrafVariant;
import org.penumbra.model.LossTerm;
import org.penumbra.model.Named;
import org.penumbra.model.Variant;
import org.penumbra.model.defaults.Completion;
import org.penumbra.model.defaults.Published;

class ModelReaderTest {
    @Provide
    Arbitrary<Experiment> experiments() {
        return Experiments.arbitrary();
    }

    @Property(tries = 300)
    void everyVariantReadsBackAsItWasWritten(@ForAll("experiments") Experiment experiment) {
        for (var variant : experiment.getVariants()) {
            var written = ModelJson.of(variant);
            var read = read(variant, Json.parse(Json.pretty(written)).getAsJsonObject());
            assertEquals(variant.eClass(), read.eClass());
            assertEquals(variant.getName(), read.getName());
            assertEquals(CanonicalJson.sha256(written), CanonicalJson.sha256(ModelJson.of(read)));
        }
    }

    @Property(tries = 100)
    void everyFeatureHasItsValueAgain(@ForAll("experiments") Experiment experiment) {
        for (var variant : experiment.getVariants()) {
            var expected = EcoreUtil.copy(variant);
            forgetWhatIsNotWritten(expected);
            assertTrue(EcoreUtil.equals(expected, read(variant, ModelJson.of(variant))));
        }
    }

    private static void forgetWhatIsNotWritten(EObject object) {
        if (object instanceof Named named) {
            named.setId("");
        }
        if (object instanceof LossTerm term && !term.eContainmentFeature().isMany()) {
            term.setName(term.eContainmentFeature().getName());
        }
        object.eContents().forEach(ModelReaderTest::forgetWhatIsNotWritten);
    }

    private static Variant read(Variant variant, JsonObject json) {
        return ModelReader.variant(
                variant.eClass().getName(), variant.getName(), json, "run.json/settings");
    }

    @Test
    void everyMethodOfTheModelIsRead() {
        for (var classifier : ExperimentPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type
                    && !type.isAbstract()
                    && Literals.VARIANT.isSuperTypeOf(type)) {
                var variant = (Variant) EcoreUtil.create(type);
                variant.setName("mine");
                Completion.complete(variant);
                var written = ModelJson.of(variant);
                assertEquals(written, ModelJson.of(read(variant, written)), type.getName());
            }
        }
    }

    @Test
    void evaluationAndResourcesAreReadToo() {
        var experiment = Experiments.valid();
        experiment.getResources().setKeepCheckpoints(7);
        var json = ModelJson.of(experiment.getResources());
        var read = ModelReader.read(Literals.RESOURCES, json, "resources");
        assertEquals(json, ModelJson.of(read));
    }

    @Test
    void whatIsAbsentStaysAsTheModelHasIt() {
        var json = ModelJson.of(Published.medNeRF());
        json.remove("batchSize");
        var read = (GrafVariant) ModelReader.variant("MedNeRF", "mine", json, "settings");
        assertEquals(8, read.getBatchSize());
        assertEquals("mine", read.getName());
    }

    private static void refused(String path, String value, String... words) {
        var json = ModelJson.of(Published.medNeRF());
        var segments = path.split("/");
        var inner = json;
        for (int i = 0; i < segments.length - 1; i++) {
            inner = inner.getAsJsonObject(segments[i]);
        }
        inner.add(segments[segments.length - 1], JsonParser.parseString(value));
        var error =
                assertThrows(
                        InputException.class,
                        () -> ModelReader.variant("MedNeRF", "m", json, "settings"));
        assertTrue(error.getMessage().startsWith("settings/" + path + " "), error.getMessage());
        for (var word : words) {
            assertTrue(error.getMessage().contains(word), error.getMessage());
        }
        assertEquals(1, error.getMessage().lines().count());
    }

    @Test
    void whatTheModelDoesNotHaveIsRefusedByName() {
        refused("losses/pixel/wieght", "1", "LossTerm", "weight");
        refused("name", "\"x\"", "MedNeRF");
        refused("rays/colour", "null", "RaySampling");
    }

    @Test
    void otherTypesAreRefused() {
        refused("iterations", "\"600\"", "whole number");
        refused("iterations", "1.5", "whole number");
        refused("iterations", "4294967296", "32 bits");
        refused("iterations", "2147483648", "32 bits");
        refused("averaging", "true", "a number");
        refused("averaging", "null", "a number");
        refused("rays/perturb", "1", "true or false");
        refused("fidelity", "\"guess\"", "one of", "code");
        refused("fineTuning/instance", "1", "a text");
        refused("schedule/milestones", "5", "a list");
        refused("schedule/milestones", "[1,\"a\"]", "whole number");
        refused("field", "[]", "an object");
        refused("losses", "[]", "an object");
        refused("losses/pixel", "0", "an object");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        refused("losses/pixel/weight", "-1", "0 or larger");
        refused("batchSize", "0", "1 or larger");
        refused("schedule/milestones", "[-5]", "or larger");
    }

    @Test
    void unknownMethodsAndUnknownKindsAreRefused() {
        var json = new JsonObject();
        for (var method : new String[] {"NewerNeRF", "Camera", "GrafVariant", "LossKind"}) {
            var error =
                    assertThrows(
                            InputException.class,
                            () -> ModelReader.variant(method, "m", json, "settings"));
            assertTrue(error.getMessage().contains(method), error.getMessage());
        }
        json.add("datasets", new JsonObject());
        json.getAsJsonObject("datasets").add("knee", new JsonObject());
        var error =
                assertThrows(
                        InputException.class,
                        () -> ModelReader.read(Literals.EXPERIMENT, json, "experiment"));
        assertTrue(error.getMessage().contains("experiment/datasets/knee"), error.getMessage());
    }

    @Test
    void longValuesAreCutInMessages() {
        var json = ModelJson.of(Published.medNeRF());
        json.add("iterations", new JsonPrimitive("9".repeat(1000)));
        var error =
                assertThrows(
                        InputException.class,
                        () -> ModelReader.variant("MedNeRF", "m", json, "settings"));
        assertTrue(error.getMessage().length() < 200, error.getMessage());
    }
}
