// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns what somebody typed into an expression of SQLite's FTS5. Every word must be found, as the
 * beginning of a word or of several in a row; {@code weight=0.2} means this number and no longer
 * one. Nothing that is typed can be a syntax error, because every word is quoted.
 */
public final class SearchText {
    /** Stands between texts that do not belong together; a word of its own for the search. */
    public static final String BARRIER = "\n\uE000\n";

    private SearchText() {}

    /** The expression; nothing when the text holds no letter and no digit. */
    public static Optional<String> expression(String text) {
        var expression =
                Arrays.stream(text.split("[\\s\\p{Cntrl}]+"))
                        .filter(SearchText::hasToken)
                        .map(SearchText::quoted)
                        .collect(Collectors.joining(" AND "));
        return expression.isEmpty() ? Optional.empty() : Optional.of(expression);
    }

    private static boolean hasToken(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static String quoted(String word) {
        var phrase = '"' + word.replace("\"", "\"\"") + '"';
        boolean exact = word.contains("=") && Character.isDigit(word.charAt(word.length() - 1));
        return exact ? phrase : phrase + "*";
    }
}
