// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.common.util.BasicDiagnostic;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.impl.EValidatorRegistryImpl;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.penumbra.io.InputException;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentPackage;
import org.penumbra.model.paths.FeaturePath;

import java.util.Comparator;
import java.util.List;

/** Checks an experiment by all constraints. */
public final class Validation {
    private Validation() {}

    /**
     * All problems of an experiment.
     *
     * @param experiment what to check; it is not changed
     * @return the problems, errors first, otherwise in the order of the model; empty when it can
     *     run
     */
    public static List<Problem> of(Experiment experiment) {
        var chain = new BasicDiagnostic();
        diagnostician().validate(experiment, chain);
        return chain.getChildren().stream()
                .map(Validation::problem)
                .sorted(Comparator.comparing(Problem::severity))
                .toList();
    }

    /**
     * Refuses an experiment that cannot be run.
     *
     * @param experiment what to check
     * @throws InputException if there are errors: the first one, and how many more there are
     */
    public static void require(Experiment experiment) {
        var errors = of(experiment).stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            var more = errors.size() == 1 ? "" : " (and %d more)".formatted(errors.size() - 1);
            throw new InputException(errors.getFirst() + more + ".");
        }
    }

    /** EMF's walk over a model with the constraints of experiments, for an editor's own use. */
    public static Diagnostician diagnostician() {
        var registry = new EValidatorRegistryImpl();
        EPackage model = ExperimentPackage.eINSTANCE;
        registry.put(model, new ExperimentConstraints());
        return new Diagnostician(registry);
    }

    private static Problem problem(Diagnostic diagnostic) {
        var object = (EObject) diagnostic.getData().get(0);
        var feature =
                diagnostic.getData().size() < 2
                        ? null
                        : (EStructuralFeature) diagnostic.getData().get(1);
        var severity =
                diagnostic.getSeverity() == Diagnostic.ERROR ? Severity.ERROR : Severity.WARNING;
        return new Problem(severity, FeaturePath.of(object, feature), diagnostic.getMessage());
    }
}
