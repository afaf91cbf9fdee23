// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.folder;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Patterns over names: {@code *} stands for any text, also with slashes, and {@code ?} for one
 * character.
 */
public final class Glob {
    private Glob() {}

    /** The pattern that such a text means. */
    public static Pattern pattern(String glob) {
        var regex = glob.codePoints().mapToObj(Glob::character).collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static String character(int character) {
        return switch (character) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(character));
        };
    }
}
