// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.stream.Stream;

/** ECMAScript's Number::toString for radix 10, the number format of RFC 8785. */
final class EcmaNumber {
    private static final int MOST_WHOLE_DIGITS = 21;
    private static final int MOST_LEADING_ZEROS = 6;

    private EcmaNumber() {}

    /** The text of a finite double; both zeros are "0". */
    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        var shortest = shortest(Math.abs(value));
        var digits = shortest.unscaledValue().toString();
        return (value < 0 ? "-" : "") + place(digits, digits.length() - shortest.scale());
    }

    /**
     * The shortest decimal that reads back as the value, the nearest of them. Java's own text is
     * that, except that it never tries fewer than two digits (4.9E-324 for 5e-324).
     */
    private static BigDecimal shortest(double value) {
        var java = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var exact = new BigDecimal(value);
        return Stream.of(RoundingMode.DOWN, RoundingMode.UP)
                .map(mode -> java.round(new MathContext(1, mode)).stripTrailingZeros())
                .filter(candidate -> candidate.doubleValue() == value)
                .min(Comparator.comparing(candidate -> candidate.subtract(exact).abs()))
                .orElse(java);
    }

    /** Sets the point behind the first {@code whole} digits, as the standard's cases say. */
    private static String place(String digits, int whole) {
        var count = digits.length();
        if (whole > MOST_WHOLE_DIGITS || whole <= -MOST_LEADING_ZEROS) {
            return scientific(digits, whole - 1);
        }
        if (whole <= 0) {
            return "0." + "0".repeat(-whole) + digits;
        }
        return count <= whole
                ? digits + "0".repeat(whole - count)
                : digits.substring(0, whole) + "." + digits.substring(whole);
    }

    private static String scientific(String digits, int exponent) {
        var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
