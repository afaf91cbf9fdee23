// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.penumbra.model.paths.Range;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the model promises about itself: documentation, defaults and ranges everywhere. */
class ModelDocumentationTest {
    private static final ExperimentPackage MODEL = ExperimentPackage.eINSTANCE;

    @Test
    void everythingIsDocumentedInWholeSentences() {
        var parts = Stream.of(classifiers(), features(), literals()).flatMap(s -> s);
        parts.forEach(ModelDocumentationTest::assertDocumented);
    }

    private static void assertDocumented(ENamedElement part) {
        var text = EcoreUtil.getDocumentation(part);
        assertNotNull(text, () -> part + " has no documentation");
        assertTrue(text.length() > 15 && text.endsWith("."), () -> part.getName() + ": " + text);
        assertFalse(text.contains("  "), part::getName);
    }

    @Test
    void everySettingOfAMethodNamesItsPublishedValue() {
        var methods =
                List.of(
                        MODEL.getGrafVariant(),
                        MODEL.getConditionalField(),
                        MODEL.getCamera(),
                        MODEL.getRaySampling(),
                        MODEL.getPatchDiscriminator(),
                        MODEL.getOptimiser(),
                        MODEL.getLearningRateSchedule(),
                        MODEL.getUncertaintyWeighting(),
                        MODEL.getScanGeometry());
        var settings = methods.stream().flatMap(type -> type.getEAttributes().stream());
        settings.filter(a -> !(a.getEAttributeType() instanceof EEnum))
                .forEach(
                        a ->
                                assertTrue(
                                        EcoreUtil.getDocumentation(a).contains("Published"),
                                        a::getName));
    }

    @Test
    void everySingleAttributeHasADefaultWithinItsRange() {
        for (var attribute : attributes().filter(a -> !a.isMany()).toList()) {
            assertNotNull(attribute.getDefaultValueLiteral(), attribute::toString);
            if (attribute.getDefaultValue() instanceof Number number) {
                assertTrue(Range.of(attribute).contains(number.doubleValue()), attribute::toString);
            }
        }
    }

    @Test
    void listsOfValuesKeepWhatIsGivenTwice() {
        attributes().filter(EAttribute::isMany).forEach(a -> assertFalse(a.isUnique(), a::getName));
    }

    @Test
    void referencesContain() {
        features()
                .filter(EReference.class::isInstance)
                .map(EReference.class::cast)
                .forEach(r -> assertTrue(r.isContainment(), r::getName));
    }

    @Test
    void everyNumberOfASettingHasARange() {
        var numbers = attributes().filter(a -> a.getDefaultValue() instanceof Number);
        numbers.forEach(a -> assertTrue(Double.isFinite(Range.of(a).low()), a::toString));
    }

    @Test
    void rangesUseKnownKeys() {
        for (var attribute : attributes().toList()) {
            var annotation = attribute.getEAnnotation(Range.ANNOTATION);
            if (annotation != null) {
                assertTrue(
                        Set.of("min", "max", "above", "below")
                                .containsAll(annotation.getDetails().keySet()),
                        attribute::toString);
            }
        }
    }

    @Test
    void literalsAreTheNamesOfTheContract() {
        var kinds = new HashMap<String, List<String>>();
        classifiers()
                .filter(EEnum.class::isInstance)
                .map(EEnum.class::cast)
                .forEach(
                        e ->
                                kinds.put(
                                        e.getName(),
                                        e.getELiterals().stream()
                                                .map(l -> l.getLiteral())
                                                .toList()));
        assertEquals(
                List.of(
                        "mse",
                        "l1",
                        "gradient",
                        "ms_ssim",
                        "lpips_alex",
                        "lpips_vgg",
                        "lpips_squeeze",
                        "code_prior"),
                kinds.get("LossKind"));
        assertEquals(List.of("none", "umednerf_knee_01"), kinds.get("SplitPreset"));
        assertEquals(List.of("none", "fliprot", "rotation", "cropping"), kinds.get("Augmentation"));
        assertEquals(
                List.of("one_factor_at_a_time", "full_factorial", "fractional", "random"),
                kinds.get("AblationStrategy"));
    }

    private static Stream<EClassifier> classifiers() {
        return MODEL.getEClassifiers().stream();
    }

    private static Stream<EStructuralFeature> features() {
        return classifiers()
                .filter(EClass.class::isInstance)
                .flatMap(c -> ((EClass) c).getEStructuralFeatures().stream());
    }

    private static Stream<EAttribute> attributes() {
        return features().filter(EAttribute.class::isInstance).map(EAttribute.class::cast);
    }

    private static Stream<ENamedElement> literals() {
        return classifiers()
                .filter(EEnum.class::isInstance)
                .flatMap(c -> ((EEnum) c).getELiterals().stream());
    }
}
