// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.annotations;

import org.penumbra.io.InputException;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The form of notes: Unicode text of some pages, without the signs that steer terminals. */
final class Note {
    private static final int LONGEST = 1 << 16;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    private Note() {}

    static String checked(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text) || CONTROL.matcher(text).find()) {
            throw new InputException(
                    "The note holds characters that are no text: write it as plain UTF-8 text");
        }
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw new InputException(
                    "The note has %d bytes, and at most %d are kept: shorten it"
                            .formatted(length, LONGEST));
        }
        return text;
    }
}
