// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.penumbra.io.InputException;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

class ImagePatternTest {
    @Test
    void readsTheParts() {
        var pattern = ImagePattern.parse("imgs/{instance}/a_{step}_v{view}_{angle}.png");
        var place = pattern.match("imgs/knee-01/a_000120_v7_-12.5.png").orElseThrow();
        assertEquals(
                new ImagePattern.Place(
                        120, OptionalInt.of(7), OptionalDouble.of(-12.5), Optional.of("knee-01")),
                place);
        assertEquals("imgs", pattern.folder());
    }

    @Test
    void starsStayWithinAFolderAndDoubledOnesDoNot() {
        var within = ImagePattern.parse("imgs/*/{step}.png");
        assertTrue(within.match("imgs/rgb/00000500.png").isPresent());
        assertFalse(within.match("imgs/a/b/500.png").isPresent());
        assertFalse(within.match("imgs/500.png").isPresent());
        var over = ImagePattern.parse("**/iter_{step}/*.png");
        assertTrue(over.match("iter_7/x.png").isPresent());
        assertTrue(over.match("eval/more/iter_7/x.png").isPresent());
    }

    @Test
    void otherSignsMeanThemselves() {
        var pattern = ImagePattern.parse("a.b+(c)[d]^$/{step}.png");
        assertTrue(pattern.match("a.b+(c)[d]^$/1.png").isPresent());
        assertFalse(pattern.match("aXb+(c)[d]^$/1.png").isPresent());
    }

    @Test
    void refusesWhatSaysNoStepOrLeadsOut() {
        assertThrows(InputException.class, () -> ImagePattern.parse("imgs/*.png"));
        assertThrows(InputException.class, () -> ImagePattern.parse("../{step}.png"));
        assertThrows(InputException.class, () -> ImagePattern.parse("/x/{step}.png"));
        assertThrows(InputException.class, () -> ImagePattern.parse("{step}{stop}.png"));
        assertThrows(InputException.class, () -> ImagePattern.parse("{step}/{step}.png"));
        assertThrows(InputException.class, () -> ImagePattern.parse("{step}/{.png"));
    }

    @Property
    void findsWhatItNames(
            @ForAll @IntRange(min = 0) int step,
            @ForAll @IntRange(min = 0, max = 999_999) int view) {
        var pattern = ImagePattern.parse("out/step-{step}-view-{view}.png");
        var name = "out/step-%06d-view-%d.png".formatted(step, view);
        var place = pattern.match(name).orElseThrow();
        assertEquals(step, place.step());
        assertEquals(view, place.view().orElseThrow());
    }
}
