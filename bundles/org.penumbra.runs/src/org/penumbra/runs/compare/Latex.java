// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import java.util.List;
import java.util.stream.Collectors;

/** Text that LaTeX shows as it is. */
final class Latex {
    private Latex() {}

    static String row(List<String> cells) {
        return cells.stream().map(Latex::escaped).collect(Collectors.joining(" & ", "", " \\\\"));
    }

    static String escaped(String text) {
        return text.codePoints().mapToObj(Latex::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '±' -> "$\\pm$";
            case '∞' -> "$\\infty$";
            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + Character.toString(character);
            default -> Character.toString(character);
        };
    }
}
