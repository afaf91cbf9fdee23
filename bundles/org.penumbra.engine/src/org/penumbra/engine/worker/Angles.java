// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.io.InputException;

import java.util.Arrays;

/** Lists of azimuths in degrees: {@code 0:355:5} (first, last, step) or {@code 0,45,90}. */
final class Angles {
    private static final int MOST = 100_000;

    private Angles() {}

    /**
     * Reads such a list.
     *
     * @throws InputException where it is none
     */
    static double[] parse(String text) {
        try {
            return text.contains(":") ? range(text) : numbers(text.split(",", -1));
        } catch (NumberFormatException wrong) {
            throw wrong(text);
        }
    }

    private static double[] range(String text) {
        var parts = numbers(text.split(":", -1));
        if (parts.length != 3 || parts[2] <= 0 || parts[1] < parts[0]) {
            throw wrong(text);
        }
        // Half a thousandth of a step lets the last angle in despite rounding.
        var count = Math.floor((parts[1] - parts[0]) / parts[2] + 0.0005) + 1;
        if (count > MOST) {
            throw wrong(text);
        }
        var angles = new double[(int) count];
        Arrays.setAll(angles, i -> parts[0] + i * parts[2]);
        return angles;
    }

    private static double[] numbers(String[] parts) {
        var numbers = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new NumberFormatException("not finite");
        }
        return numbers;
    }

    private static InputException wrong(String text) {
        return new InputException(
                "The angles '" + text + "' must be FIRST:LAST:STEP, such as 0:355:5, or a list.");
    }
}
