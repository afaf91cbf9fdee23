// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.spec;

import java.util.regex.Pattern;

/** How settings are called where there is little room. */
public final class ShortPath {
    private static final Pattern VALUE =
            Pattern.compile("(.*/(?:parameters|environment)/[^/]+)/value");

    private ShortPath() {}

    /**
     * The path by which people know a setting: the value of a parameter is that parameter.
     *
     * @param path a feature path such as {@code variants/A/parameters/lr/value}
     * @return {@code variants/A/parameters/lr}; any other path as it is
     */
    public static String of(String path) {
        var match = VALUE.matcher(path);
        return match.matches() ? match.group(1) : path;
    }
}
