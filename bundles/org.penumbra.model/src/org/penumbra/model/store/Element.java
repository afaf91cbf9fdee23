// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.store;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.penumbra.model.ExperimentPackage;
import org.penumbra.model.paths.Nearest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an element of an experiment file stands for. Its methods throw an {@link
 * IllegalArgumentException} that ends the sentence "FILE, line N, ...".
 *
 * @param type the kind of object, or none when it is a value
 * @param given the features and named children that it has given so far
 */
record Element(Optional<EClass> type, Set<String> given) {
    private static final ExperimentPackage MODEL = ExperimentPackage.eINSTANCE;

    /** The root of a file. */
    static Element experiment() {
        return of(MODEL.getExperiment());
    }

    private static Element of(EClass type) {
        return new Element(Optional.of(type), new HashSet<>());
    }

    /** Takes an attribute of the element. */
    void attribute(String name) {
        var feature = feature(name);
        if (!(feature instanceof EAttribute) || feature.isMany()) {
            throw fault("gives %s as an attribute; write an element <%s> instead", name, name);
        }
    }

    /**
     * Takes a child element.
     *
     * @param name its name
     * @param kind what its xsi:type says, or null
     * @param namespaces finds the namespace of a prefix
     */
    Element child(String name, String kind, Function<String, String> namespaces) {
        return switch (feature(name)) {
            case EReference reference -> of(kind(reference, kind, namespaces));
            default -> new Element(Optional.empty(), Set.of());
        };
    }

    /** Takes the name of a child: siblings have different ones. */
    void name(String list, String name) {
        if (!name.isEmpty() && !given.add(list + "/" + name)) {
            throw fault("has a second one called \"%s\" in %s; rename it", name, list);
        }
    }

    private EStructuralFeature feature(String name) {
        var owner = type.orElseThrow(() -> fault("puts %s into a value; remove it", name));
        var feature = owner.getEStructuralFeature(name);
        if (feature == null) {
            var names = owner.getEAllStructuralFeatures().stream().map(EStructuralFeature::getName);
            var nearest = String.join(", ", Nearest.of(name, names.toList()));
            throw fault(
                    "gives %s, which a %s does not have; the nearest are %s",
                    name, owner.getName(), nearest);
        }
        if (!feature.isMany() && !given.add(name)) {
            throw fault("gives %s twice; keep one of them", name);
        }
        return feature;
    }

    private static EClass kind(
            EReference reference, String written, Function<String, String> namespaces) {
        var kinds = kinds(reference.getEReferenceType());
        if (written == null && kinds.contains(reference.getEReferenceType())) {
            return reference.getEReferenceType();
        }
        var name = written == null ? "" : written;
        var colon = name.indexOf(':');
        var prefix = name.substring(0, Math.max(colon, 0));
        return kinds.stream()
                .filter(kind -> kind.getName().equals(name.substring(colon + 1)))
                .filter(kind -> ExperimentPackage.eNS_URI.equals(namespaces.apply(prefix)))
                .findFirst()
                .orElseThrow(() -> unknown(reference, name, kinds));
    }

    private static IllegalArgumentException unknown(
            EReference reference, String written, List<EClass> kinds) {
        var names =
                kinds.stream()
                        .map(kind -> ExperimentPackage.eNS_PREFIX + ":" + kind.getName())
                        .collect(Collectors.joining(", "));
        return written.isEmpty()
                ? fault(
                        "does not say what kind of %s it is; write as xsi:type one of %s",
                        reference.getName(), names)
                : fault(
                        "has %s of kind %s, which is unknown there; write one of %s",
                        reference.getName(), written, names);
    }

    private static List<EClass> kinds(EClass type) {
        return MODEL.getEClassifiers().stream()
                .filter(EClass.class::isInstance)
                .map(EClass.class::cast)
                .filter(kind -> type.isSuperTypeOf(kind) && !kind.isAbstract())
                .toList();
    }

    private static IllegalArgumentException fault(String message, Object... parts) {
        return new IllegalArgumentException(message.formatted(parts));
    }
}
