// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.drr;

import org.penumbra.io.InputException;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Names one view of one instance; its text form is {@code 01:7}.
 *
 * @param instance the instance (patient or phantom) as the file names write it, such as {@code 01}
 * @param index the view's number on its orbit, from 0
 */
public record ViewKey(String instance, int index) implements Comparable<ViewKey> {
    private static final Pattern TEXT = Pattern.compile("([^:\\s]+):(\\d{1,6})");
    private static final Comparator<ViewKey> ORDER =
            Comparator.comparing(ViewKey::instance).thenComparingInt(ViewKey::index);

    /** Refuses what has no text form. */
    public ViewKey {
        if (index < 0 || instance.isEmpty() || instance.indexOf(':') >= 0) {
            throw new IllegalArgumentException("no view is called " + instance + ":" + index);
        }
    }

    /**
     * Reads the text form.
     *
     * @throws InputException when the text is not {@code INSTANCE:INDEX}
     */
    public static ViewKey parse(String text) {
        var match = TEXT.matcher(text.strip());
        if (!match.matches()) {
            throw new InputException(
                    "'%s' names no view; write INSTANCE:INDEX, such as 01:7".formatted(text));
        }
        return new ViewKey(match.group(1), Integer.parseInt(match.group(2)));
    }

    /** By instance, then by index. */
    @Override
    public int compareTo(ViewKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return instance + ":" + index;
    }
}
