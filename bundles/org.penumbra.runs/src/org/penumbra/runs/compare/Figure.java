// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.compare;

import java.util.Locale;

/** Numbers for people. */
final class Figure {
    private Figure() {}

    /** Four digits behind the point below ten, two from there on; a dash for what is missing. */
    static String of(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.4f" : "%.2f", value);
    }

    /** {@code mean ± sd}, with as many digits as the mean has; only the mean of a single run. */
    static String of(double mean, double sd) {
        if (!Double.isFinite(sd)) {
            return of(mean);
        }
        var digits = Math.abs(mean) < 10 ? "%.4f" : "%.2f";
        return of(mean) + " ± " + String.format(Locale.ROOT, digits, sd);
    }
}
