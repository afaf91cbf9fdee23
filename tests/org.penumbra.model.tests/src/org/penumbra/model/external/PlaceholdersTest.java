// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.penumbra.io.InputException;

import java.util.List;
import java.util.Map;

class PlaceholdersTest {
    private static final Map<String, String> VALUES =
            Map.of("seed", "7", "out", "${work}/$1\\", "parameters/lr", "0.1");

    @Test
    void fillsEveryPlaceAndNothingElse() {
        assertEquals("a7b7", Placeholders.fill("a${seed}b${seed}", VALUES));
        assertEquals("--lr=0.1", Placeholders.fill("--lr=${parameters/lr}", VALUES));
        assertEquals("$seed {seed} $", Placeholders.fill("$seed {seed} $", VALUES));
    }

    @Test
    void valuesAreNotLookedAtAgain() {
        assertEquals("<${work}/$1\\>", Placeholders.fill("<${out}>", VALUES));
    }

    @Test
    void doubledSignsStandForThemselves() {
        assertEquals("${seed}7", Placeholders.fill("$${seed}${seed}", VALUES));
        assertEquals(List.of("seed"), Placeholders.names("$${out}${seed}"));
        assertEquals("${7", Placeholders.fill("$${${seed}", VALUES));
    }

    @Test
    void unknownOnesAreAnsweredWithTheNearest() {
        var fault = Placeholders.fault("x ${sed}", List.of("lr")).orElseThrow();
        assertTrue(fault.contains("${sed}") && fault.contains("${seed}"), fault);
        assertTrue(Placeholders.fault("${parameters/lr}", List.of("lr")).isEmpty());
        var parameter = Placeholders.fault("${parameters/rl}", List.of("lr")).orElseThrow();
        assertTrue(parameter.contains("${parameters/lr}"), parameter);
        assertTrue(Placeholders.fault("${seed", List.of()).orElseThrow().contains("without"));
        assertThrows(InputException.class, () -> Placeholders.fill("${nothing}", VALUES));
        assertThrows(InputException.class, () -> Placeholders.fill("${", VALUES));
    }

    @Property
    void whatIsDoubledComesBackAsItWas(@ForAll("texts") String text) {
        var doubled = text.replace("${", "$${");
        assertEquals(text, Placeholders.fill(doubled, Map.of()));
        assertTrue(Placeholders.fault(doubled, List.of()).isEmpty());
    }

    @Property
    void noValueCanBringInAnother(@ForAll("texts") String value) {
        var filled = Placeholders.fill("${a}|${b}", Map.of("a", value, "b", "B"));
        assertEquals(value + "|B", filled);
    }

    @Property
    void whatHasNoFaultIsFilled(@ForAll("texts") String text) {
        var names = Placeholders.names(text);
        if (Placeholders.fault(text, List.of()).isEmpty()) {
            var values =
                    Map.of("seed", "", "out", "", "work", "", "run", "", "data", "", "cuda", "");
            assertFalse(Placeholders.fill(text, values).length() > text.length());
            assertTrue(Placeholders.NAMES.containsAll(names));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("$", "{", "}", "${", "${seed}", "${out}", "seed", "x", "\\", "\n")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
