// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import org.penumbra.io.InputException;

/** Texts as words of a shell script. */
final class ShellWord {
    private ShellWord() {}

    /**
     * One word that any POSIX shell reads back as that text.
     *
     * @throws InputException when it holds what no line of a script can hold
     */
    static String quote(String text) {
        return "'" + oneLine(text).replace("'", "'\\''") + "'";
    }

    /**
     * The text itself.
     *
     * @throws InputException when it is more than one line, or holds the character 0
     */
    static String oneLine(String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0) {
            throw new InputException(
                    "The path %s holds a line break, which Slurm cannot handle: rename it"
                            .formatted(text.replaceAll("[\\n\\r\\x00]", "?")));
        }
        return text;
    }
}
