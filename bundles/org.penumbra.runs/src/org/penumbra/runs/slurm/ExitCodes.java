// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Slurm's exit codes: {@code CODE:SIGNAL}. */
final class ExitCodes {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3}):(\\d{1,3})");
    private static final int SIGNAL = 128;

    private ExitCodes() {}

    /** As a shell tells it; empty where this is no exit code. */
    static OptionalInt parse(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        int signal = Integer.parseInt(matcher.group(2));
        return OptionalInt.of(signal > 0 ? SIGNAL + signal : Integer.parseInt(matcher.group(1)));
    }
}
