// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.penumbra.model.paths.Range;

import java.util.List;

/** Every number lies within the range that the model gives it. */
final class RangeRules {
    static final List<Rule<?>> ALL = List.of(new Rule<>(EObject.class, RangeRules::ranges));

    private RangeRules() {}

    private static void ranges(EObject object, Report report) {
        for (var attribute : object.eClass().getEAllAttributes()) {
            switch (object.eGet(attribute)) {
                case List<?> values -> values.forEach(v -> range(object, attribute, v, report));
                case Object value -> range(object, attribute, value, report);
            }
        }
    }

    private static void range(EObject object, EAttribute attribute, Object value, Report report) {
        var range = Range.of(attribute);
        if (value instanceof Number number && !range.contains(number.doubleValue())) {
            var message = "is %s; it must be %s".formatted(value, range);
            report.error(object, attribute, message);
        }
    }
}
