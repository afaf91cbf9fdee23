// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.penumbra.model.Experiment;
import org.penumbra.model.ExperimentPackage.Literals;
import org.penumbra.model.Named;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Names: they are segments of paths, so each is there, unique and free of the grammar's signs. */
final class NameRules {
    private static final Pattern PLAIN = Pattern.compile("(?!#|\\.{1,2}$)[^/\\\\*=,\\p{Cntrl}]+");

    static final List<Rule<?>> ALL =
            List.of(
                    new Rule<>(Named.class, NameRules::name),
                    new Rule<>(EObject.class, NameRules::siblings));

    private NameRules() {}

    private static void name(Named named, Report report) {
        var name = named.getName();
        var isAddressed = named instanceof Experiment || named.eContainmentFeature().isMany();
        if (isAddressed && name.isBlank()) {
            report.error(named, Literals.NAMED__NAME, "is empty; give it a name");
        } else if (isAddressed && !(PLAIN.matcher(name).matches() && name.equals(name.strip()))) {
            report.error(
                    named,
                    Literals.NAMED__NAME,
                    ("is \"%s\"; use a name without / \\ * = , and line breaks, without "
                                    + "spaces around it, not beginning with #")
                            .formatted(name));
        }
    }

    private static void siblings(EObject parent, Report report) {
        for (var reference : parent.eClass().getEAllContainments()) {
            if (reference.isMany() && Literals.NAMED.isSuperTypeOf(reference.getEReferenceType())) {
                unique(parent, reference, report);
            }
        }
    }

    private static void unique(EObject parent, EReference reference, Report report) {
        var names = new HashSet<String>();
        for (var child : (List<?>) parent.eGet(reference)) {
            var named = (Named) child;
            if (!named.getName().isEmpty() && !names.add(named.getName())) {
                report.error(named, Literals.NAMED__NAME, "is used twice; rename one of the two");
            }
        }
    }
}
