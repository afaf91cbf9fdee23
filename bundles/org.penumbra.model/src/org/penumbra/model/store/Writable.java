// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.store;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.io.InputException;
import org.penumbra.model.Experiment;
import org.penumbra.model.Named;
import org.penumbra.model.paths.FeaturePath;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold for a written experiment to be read again as it was. */
final class Writable {
    // XML 1.0, production 2.
    private static final Pattern NOT_XML =
            Pattern.compile(
                    "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Set<Place> places = new HashSet<>();

    private Writable() {}

    static void check(Experiment experiment) {
        var check = new Writable();
        check.object(experiment);
        EcoreUtil.<EObject>getAllContents(experiment, true).forEachRemaining(check::object);
    }

    private void object(EObject object) {
        object.eClass().getEAllAttributes().forEach(attribute -> texts(object, attribute));
        if (object instanceof Named named && !named.getName().isEmpty()) {
            unique(named);
        }
    }

    private void unique(Named named) {
        var list = named.eContainmentFeature() == null ? "" : named.eContainmentFeature().getName();
        if (!places.add(new Place(named.eContainer(), list, named.getName()))) {
            throw new InputException(
                    "%s is there twice; rename one of them."
                            .formatted(FeaturePath.of(named, null)));
        }
    }

    private static void texts(EObject object, EAttribute attribute) {
        switch (object.eGet(attribute)) {
            case List<?> values -> values.forEach(value -> text(object, attribute, value));
            case Object value -> text(object, attribute, value);
        }
    }

    private static void text(EObject object, EAttribute attribute, Object value) {
        if (value instanceof String text && NOT_XML.matcher(text).find()) {
            throw new InputException(
                    ("%s holds a character that a file cannot keep; remove control "
                                    + "characters from it.")
                            .formatted(FeaturePath.of(object, attribute)));
        }
    }

    private record Place(EObject parent, String list, String name) {}
}
