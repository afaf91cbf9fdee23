// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.penumbra.io.InputException;

import java.util.List;

class ArgumentsTest {
    @Test
    void readsRangesAndLists() {
        assertArrayEquals(new double[] {0, 45.5, 90}, Angles.parse("0,45.5,90"));
        assertArrayEquals(new double[] {-10, 0, 10}, Angles.parse("-10:10:10"));
        assertEquals(72, Angles.parse("0:355:5").length);
    }

    @Property
    boolean aRangeEndsAtItsLastAngle(
            @ForAll @IntRange(min = 1, max = 1000) int steps,
            @ForAll @IntRange(min = 1, max = 300) int tenths) {
        double step = tenths / 10.0;
        var angles = Angles.parse("0:" + steps * step + ":" + step);
        return angles.length == steps + 1 && Math.abs(angles[steps] - steps * step) < 1e-6;
    }

    @Property
    boolean anyTextIsReadOrRefusedInOneSentence(@ForAll String text) {
        try {
            return Angles.parse(text).length > 0;
        } catch (InputException refused) {
            return refused.getMessage().endsWith(".");
        }
    }

    @Test
    void refusesWhatIsNoRange() {
        for (var text : List.of("", "0:10", "0:10:0", "10:0:5", "0:1e9:1e-3", "a", "1,,2", "NaN")) {
            assertThrows(InputException.class, () -> Angles.parse(text), text);
        }
    }

    @Test
    void sortsWordsAndOptions() {
        var options = Options.parse(List.of("a", "--size", "3", "b"), "--size", "--out");
        assertEquals(List.of("a", "b"), options.words());
        assertEquals(3, options.whole("--size", 1).orElseThrow());
        assertThrows(InputException.class, () -> options.required("--out"));
        assertThrows(InputException.class, () -> options.whole("--size", 4));
        assertThrows(InputException.class, () -> Options.parse(List.of("--none", "1"), "--size"));
        assertThrows(InputException.class, () -> Options.parse(List.of("--size"), "--size"));
    }
}
