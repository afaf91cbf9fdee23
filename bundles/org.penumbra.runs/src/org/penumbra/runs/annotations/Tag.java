// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.annotations;

import org.penumbra.io.InputException;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The form of tags: words without spaces and commas; upper and lower case differ. */
public final class Tag {
    private static final Pattern WORD =
            Pattern.compile("[^\\s\\p{Z}\\p{C},+-][^\\s\\p{Z}\\p{C},]{0,63}");

    private Tag() {}

    /**
     * Reads tags.
     *
     * @param text tags between commas
     * @throws InputException when one is empty, too long, or no single word
     */
    public static List<String> list(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).map(Tag::checked).toList();
    }

    static String checked(String tag) {
        if (!WORD.matcher(tag).matches()) {
            throw new InputException(
                    ("'%s' cannot be a tag: write one word of at most 64 characters, without"
                                    + " spaces and commas, not beginning with + or -")
                            .formatted(tag.replaceAll("\\p{C}", "?")));
        }
        return tag;
    }
}
