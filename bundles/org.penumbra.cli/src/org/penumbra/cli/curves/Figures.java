// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.curves;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers of curves as text. */
final class Figures {
    private Figures() {}

    /** The shortest text from which the log's own number can be read back. */
    static String exact(double value) {
        float single = (float) value;
        return single == value || Double.isNaN(value)
                ? Float.toString(single)
                : Double.toString(value);
    }

    /** Seconds without an exponent. */
    static String time(double seconds) {
        return Double.isFinite(seconds)
                ? BigDecimal.valueOf(seconds).toPlainString()
                : Double.toString(seconds);
    }

    /** A number to look at. */
    static String rounded(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.6g", value);
    }
}
