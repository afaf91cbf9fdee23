// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.validation;

/**
 * One thing that is wrong with an experiment.
 *
 * @param severity whether it prevents a run
 * @param path the setting or object, by names; empty for the experiment itself
 * @param message one sentence without the path: what is wrong and what to do
 */
public record Problem(Severity severity, String path, String message) {
    /** Whether it prevents a run. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Path and message as one sentence. */
    @Override
    public String toString() {
        return path.isEmpty() ? "The experiment " + message : path + " " + message;
    }
}
