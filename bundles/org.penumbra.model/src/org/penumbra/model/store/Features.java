// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0

package org.penumbra.model.store;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.penumbra.model.ExperimentPackage;

/** Names of features by their kind; the model uses no name for two kinds. */
final class Features {
    /** Features with one value: given twice, the first value would be lost. */
    static final Set<String> SINGLE = names(feature -> !feature.isMany());

    /** Features whose elements hold text. */
    static final Set<String> TEXT = names(EAttribute.class::isInstance);

    private Features() {}

    private static Set<String> names(Predicate<EStructuralFeature> kind) {
        return ExperimentPackage.eINSTANCE.getEClassifiers().stream()
                .filter(EClass.class::isInstance)
                .flatMap(type -> ((EClass) type).getEStructuralFeatures().stream())
                .filter(kind)
                .map(EStructuralFeature::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
