// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

import org.eclipse.emf.ecore.EObject;

import java.util.function.BiConsumer;

/**
 * One constraint.
 *
 * @param type the objects it is made for
 * @param check looks at one of them and reports what is wrong
 */
record Rule<T extends EObject>(Class<T> type, BiConsumer<T, Report> check) {
    /** Checks an object when the rule is made for it. */
    void apply(EObject object, Report report) {
        if (type.isInstance(object)) {
            check.accept(type.cast(object), report);
        }
    }
}
