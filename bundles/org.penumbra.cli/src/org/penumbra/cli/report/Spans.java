// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.report;

/** Spans of time for people. */
public final class Spans {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Spans() {}

    /** Such as {@code 45 s}, {@code 3 min 20 s}, {@code 1 h 05 min}; {@code ?} for NaN. */
    public static String text(double seconds) {
        if (!Double.isFinite(seconds) || seconds < 0) {
            return "?";
        }
        long whole = Math.round(seconds);
        if (whole < MINUTE) {
            return whole + " s";
        }
        if (whole < HOUR) {
            return "%d min %02d s".formatted(whole / MINUTE, whole % MINUTE);
        }
        return whole < DAY
                ? "%d h %02d min".formatted(whole / HOUR, whole % HOUR / MINUTE)
                : "%d d %02d h".formatted(whole / DAY, whole % DAY / HOUR);
    }
}
