// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.NumericChars;

import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.InputException;

class ViewKeyTest {
    @Property
    void isReadBackFromItsText(
            @ForAll @NotEmpty @AlphaChars @NumericChars String instance,
            @ForAll @IntRange(max = 999_999) int index) {
        var key = new ViewKey(instance, index);
        assertEquals(key, ViewKey.parse(key.toString()));
    }

    @Property
    void isReadOrRefused(@ForAll String text) {
        try {
            assertEquals(
                    text.strip().length(),
                    ViewKey.parse(text).instance().length()
                            + text.strip().substring(text.strip().indexOf(':')).length());
        } catch (InputException e) {
            assertTrue(e.getMessage().contains("INSTANCE:INDEX"));
        }
    }

    @Example
    void isOrderedByInstanceThenNumber() {
        assertTrue(ViewKey.parse("01:10").compareTo(ViewKey.parse("01:9")) > 0);
        assertTrue(ViewKey.parse("01:10").compareTo(ViewKey.parse("02:9")) < 0);
    }

    @Example
    void refusesWhatHasNoTextForm() {
        assertThrows(IllegalArgumentException.class, () -> new ViewKey("a:b", 1));
        assertThrows(IllegalArgumentException.class, () -> new ViewKey("01", -1));
        assertThrows(InputException.class, () -> ViewKey.parse("01:-1"));
        assertThrows(InputException.class, () -> ViewKey.parse("01:9999999999"));
    }
}
