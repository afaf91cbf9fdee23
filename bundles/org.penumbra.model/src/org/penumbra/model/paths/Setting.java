// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.paths;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.penumbra.io.InputException;

/**
 * One setting of one object of an experiment.
 *
 * @param path its path by names, without wildcards or short forms
 * @param owner the object that has it
 * @param feature which of its attributes it is
 */
public record Setting(String path, EObject owner, EAttribute feature) {
    /** The present value: a number, truth value, literal or string, or a list of them. */
    public Object value() {
        return owner.eGet(feature);
    }

    /** The present value as text that {@link #parse} reads back; lists stand between commas. */
    public String text() {
        return Values.text(value());
    }

    /**
     * Reads a value of this setting's type and range.
     *
     * @param text the value, or several between commas when the setting is a list
     * @return the value as {@link #set(Object)} takes it
     * @throws InputException if the text has another type or is out of range
     */
    public Object parse(String text) {
        try {
            return Values.parse(feature, text);
        } catch (IllegalArgumentException e) {
            var sentence = "%s cannot be \"%s\": %s.".formatted(path, text, e.getMessage());
            throw new InputException(sentence, e);
        }
    }

    /**
     * Changes the setting.
     *
     * @param text the new value
     * @throws InputException as {@link #parse} does
     */
    public void set(String text) {
        owner.eSet(feature, parse(text));
    }

    /** Whether the setting belongs to an object or to something inside it. */
    public boolean isWithin(EObject ancestor) {
        return EcoreUtil.isAncestor(ancestor, owner);
    }

    /** Meaning, unit and published value, from the model. */
    public String documentation() {
        return EcoreUtil.getDocumentation(feature);
    }
}
