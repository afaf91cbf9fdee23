// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.model.defaults.Completion;
import org.penumbra.model.defaults.Published;
import org.penumbra.model.paths.Range;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Experiments for tests: a small valid one, and arbitrary ones with every setting changed. */
public final class Experiments {
    private static final ExperimentFactory FACTORY = ExperimentFactory.eINSTANCE;
    private static final int[] LETTERS =
            "aZ09 -_.<>&\"'\n\t\r\u00e4\u4e2d\u2028]]>".codePoints().toArray();

    private Experiments() {}

    /** A valid experiment: a phantom knee of 128 pixels, MedNeRF and UMedNeRF, seeds 1 and 2. */
    public static Experiment valid() {
        var experiment = FACTORY.createExperiment();
        experiment.setName("test");
        experiment.getDatasets().add(named(FACTORY.createPhantomViews(), "knee"));
        experiment.getVariants().add(Published.medNeRF());
        experiment.getVariants().add(Published.uMedNeRF());
        experiment.getSeeds().addAll(List.of(1, 2));
        Completion.complete(experiment);
        return experiment;
    }

    /**
     * A valid program: JSON settings, an environment variable, curves, images and a result file.
     */
    public static ExternalMethod program(String name) {
        var method = named(FACTORY.createExternalMethod(), name);
        method.getCommand().addAll(List.of("python3", "fit.py", "${settings}", "${out}"));
        method.setSettingsFormat(SettingsFormat.JSON);
        method.setSettingsFile("settings.json");
        method.setEventFolder("${out}/events");
        method.setImages("${out}/images/{step}.png");
        method.setResultsFile("${out}/results.json");
        method.getMetrics().add("psnr=eval/psnr");
        method.setStepsParameter("steps");
        method.getParameters().add(parameter("lr", "1e-3"));
        method.getParameters().add(parameter("steps", "100"));
        method.getEnvironment().add(parameter("PLACE", "${work}"));
        Completion.complete(method);
        return method;
    }

    private static Parameter parameter(String name, String value) {
        var parameter = named(FACTORY.createParameter(), name);
        parameter.setValue(value);
        return parameter;
    }

    /** Adds a factor, and an ablation when there is none yet. */
    public static Factor factor(Experiment experiment, String name, String path, String... levels) {
        if (experiment.getAblation() == null) {
            experiment.setAblation(FACTORY.createAblation());
        }
        var factor = named(FACTORY.createFactor(), name);
        factor.setPath(path);
        factor.getLevels().addAll(List.of(levels));
        experiment.getAblation().getFactors().add(factor);
        return factor;
    }

    /** Experiments of any shape, with arbitrary values in every attribute. */
    public static Arbitrary<Experiment> arbitrary() {
        return Arbitraries.randomValue(Experiments::draw);
    }

    private static Experiment draw(Random random) {
        var experiment = valid();
        if (random.nextBoolean()) {
            experiment.getDatasets().add(named(FACTORY.createDrrFolder(), "folder"));
        }
        if (random.nextBoolean()) {
            experiment.getVariants().remove(random.nextInt(2));
        }
        if (random.nextBoolean()) {
            experiment.getVariants().add(program("program"));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            factor(experiment, "factor " + i, text(random), text(random), text(random));
            experiment.getAblation().getExclusions().add(FACTORY.createExclusion());
        }
        EcoreUtil.<EObject>getAllContents(experiment, true).forEachRemaining(o -> fill(o, random));
        Completion.complete(experiment);
        return experiment;
    }

    private static void fill(EObject object, Random random) {
        for (var attribute : object.eClass().getEAllAttributes()) {
            if (attribute.isMany()) {
                object.eSet(
                        attribute,
                        random.ints(random.nextInt(4))
                                .mapToObj(_ -> value(attribute, random))
                                .toList());
            } else if (attribute == ExperimentPackage.Literals.NAMED__NAME) {
                var name = (String) object.eGet(attribute);
                object.eSet(attribute, name + text(random));
            } else if (!attribute.isID()) {
                object.eSet(attribute, value(attribute, random));
            }
        }
    }

    private static Object value(EAttribute attribute, Random random) {
        var range = Range.of(attribute);
        var low = Math.max(range.low(), -1e6);
        var number = low + random.nextDouble() * (Math.min(range.high(), 1e6) - low);
        return switch (attribute.getEAttributeType()) {
            case EEnum type ->
                    type.getELiterals()
                            .get(random.nextInt(type.getELiterals().size()))
                            .getInstance();
            case org.eclipse.emf.ecore.EDataType type when type.getInstanceClass() == int.class ->
                    (int) number;
            case org.eclipse.emf.ecore.EDataType type
                    when type.getInstanceClass() == double.class ->
                    number;
            case org.eclipse.emf.ecore.EDataType type
                    when type.getInstanceClass() == boolean.class ->
                    random.nextBoolean();
            default -> text(random);
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, LETTERS.length)
                .map(i -> LETTERS[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static <N extends Named> N named(N named, String name) {
        named.setName(name);
        named.setId(UUID.randomUUID().toString());
        return named;
    }
}
