// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

/**
 * What a program said.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Answer(int code, String out, String err) {

    boolean good() {
        return code == 0;
    }

    /** What it said about a failure, on one line. */
    String complaint() {
        var text = err.isBlank() ? out : err;
        return text.isBlank()
                ? "exit code " + code
                : text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\bsbatch: error: ", "");
    }
}
