// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.external;

import java.util.regex.Pattern;

/**
 * Patterns of file names: {@code *} stands for any text within a name, {@code **} with a slash
 * behind it for any folders, {@code ?} for one character.
 */
public final class Glob {
    private static final Pattern TOKEN = Pattern.compile("\\*\\*/|\\*\\*|\\*|\\?");

    private Glob() {}

    /**
     * The regular expression of a pattern.
     *
     * @param text the pattern, with slashes
     * @return an expression that the whole path has to match
     */
    public static Pattern of(String text) {
        var regex = new StringBuilder();
        var match = TOKEN.matcher(text);
        int from = 0;
        while (match.find()) {
            regex.append(Pattern.quote(text.substring(from, match.start())));
            regex.append(token(match.group()));
            from = match.end();
        }
        regex.append(Pattern.quote(text.substring(from)));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** The expression of one sign; null when it is none. */
    static String token(String sign) {
        return switch (sign) {
            case "**/" -> "(?:[^/]+/)*";
            case "**" -> ".*";
            case "*" -> "[^/]*";
            case "?" -> "[^/]";
            default -> null;
        };
    }
}
