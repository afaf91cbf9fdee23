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
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrSplit;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.imaging.projection.PhantomDrr;
import org.penumbra.imaging.projection.ScanGeometry;
import org.penumbra.io.InputException;

import java.util.HashSet;
import java.util.List;

class DrrSplitTest {
    private static final DrrSet SET = PhantomDrr.render("knee", 2, ScanGeometry.mednerfKnee(8));

    @Property(tries = 50)
    void everyViewIsEitherHeldOutOrTrainedOn(
            @ForAll @Size(max = 20) List<@IntRange(max = 71) Integer> indices) {
        var split = DrrSplit.of(indices.stream().map(i -> "02:" + i).toList());
        var training = split.training(SET);
        var heldOut = split.heldOut(SET);
        assertEquals(144, training.views().size() + heldOut.views().size());
        assertEquals(indices.stream().distinct().count(), heldOut.views().size());
        assertTrue(heldOut.views().stream().noneMatch(training.views()::contains));
    }

    @Example
    void presetsAreThePublishedOnes() {
        assertTrue(DrrSplit.preset("none").heldOut().isEmpty());
        var published = DrrSplit.preset("umednerf-knee-01");
        assertEquals("[01:7, 01:25, 01:43, 01:61]", published.heldOut().toString());
        var e = assertThrows(InputException.class, () -> DrrSplit.preset("mine"));
        assertTrue(e.getMessage().contains("umednerf-knee-01"), e.getMessage());
    }

    @Example
    void splitsAddUp() {
        var both = DrrSplit.preset("umednerf-knee-01").and(DrrSplit.of(List.of("02:3", "01:7")));
        assertEquals(5, both.heldOut().size());
    }

    @Example
    void refusesViewsThatAreNotThereAndNothingLeft() {
        var absent = DrrSplit.of(List.of("01:72"));
        assertThrows(InputException.class, () -> absent.heldOut(SET));
        var all = new DrrSplit(new HashSet<>(SET.views().stream().map(DrrView::key).toList()));
        assertThrows(InputException.class, () -> all.training(SET));
    }
}
