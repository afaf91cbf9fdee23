// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.paths;

import org.penumbra.io.InputException;
import org.penumbra.model.Experiment;

/**
 * A setting and a value for it, written {@code PATH=VALUE}: what {@code --set} takes and what the
 * conditions of an exclusion are.
 *
 * @param path which setting
 * @param value its value as text
 */
public record Assignment(FeaturePath path, String value) {
    /**
     * Reads an assignment.
     *
     * @param text {@code PATH=VALUE}; the value may be empty and may hold further equals signs
     * @return what it says
     * @throws InputException if there is no equals sign or no path before it
     */
    public static Assignment parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new InputException(
                    "\"%s\" is not PATH=VALUE; write for example variants/*/iterations=300."
                            .formatted(text));
        }
        var path = FeaturePath.parse(text.substring(0, equals));
        return new Assignment(path, text.substring(equals + 1).strip());
    }

    /**
     * Sets the value.
     *
     * @param experiment what to change
     * @throws InputException if the setting does not exist or refuses the value
     */
    public void apply(Experiment experiment) {
        path.set(experiment, value);
    }

    /** The assignment as it was written. */
    @Override
    public String toString() {
        return path + "=" + value;
    }
}
