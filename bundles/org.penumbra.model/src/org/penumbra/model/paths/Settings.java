// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.paths;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentPackage;
import org.penumbra.model.Named;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All settings of an experiment, found by walking it. */
final class Settings {
    // What identifies an object or the file is no setting: changing it would change the path.
    private static final Set<EStructuralFeature> EXCLUDED =
            Set.of(
                    ExperimentPackage.Literals.NAMED__NAME,
                    ExperimentPackage.Literals.NAMED__ID,
                    ExperimentPackage.Literals.EXPERIMENT__FORMAT_VERSION);

    private final List<Setting> found = new ArrayList<>();

    private Settings() {}

    static List<Setting> of(Experiment experiment) {
        var settings = new Settings();
        settings.walk("", experiment);
        return settings.found;
    }

    private void walk(String prefix, EObject object) {
        for (var feature : object.eClass().getEAllStructuralFeatures()) {
            switch (feature) {
                case EAttribute a when EXCLUDED.contains(a) -> {}
                case EAttribute a -> found.add(new Setting(prefix + a.getName(), object, a));
                case EReference r -> children(object, r).forEach(c -> walk(path(prefix, r, c), c));
                default -> throw new IllegalStateException(feature.toString());
            }
        }
    }

    private static Stream<EObject> children(EObject object, EReference reference) {
        return object.eContents().stream().filter(c -> c.eContainmentFeature() == reference);
    }

    private static String path(String prefix, EReference reference, EObject child) {
        return prefix + segments(reference, child) + "/";
    }

    /** The path of an object or of one of its features, without wildcards or short forms. */
    static String path(EObject object, EStructuralFeature feature) {
        var own = feature == null ? "" : feature.getName();
        var container = object.eContainer();
        if (container == null) {
            return own;
        }
        var reference = object.eContainmentFeature();
        var up = path(container, null);
        var here = segments(reference, object);
        return Stream.of(up, here, own)
                .filter(s -> !s.isEmpty())
                .reduce((a, b) -> a + "/" + b)
                .get();
    }

    private static String segments(EReference reference, EObject child) {
        if (!reference.isMany()) {
            return reference.getName();
        }
        return reference.getName() + "/" + name(reference, child);
    }

    // Objects without a name are counted, for messages only: a name cannot begin with '#'.
    private static String name(EReference reference, EObject child) {
        return child instanceof Named named && !named.getName().isEmpty()
                ? named.getName()
                : "#" + (((List<?>) child.eContainer().eGet(reference)).indexOf(child) + 1);
    }
}
