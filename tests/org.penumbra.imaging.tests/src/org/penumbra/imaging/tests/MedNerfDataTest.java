// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.imaging.drr.DrrFolder;
import org.penumbra.imaging.drr.DrrSplit;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.testing.Shared;

import java.util.List;

/** MedNeRF's own X-rays. */
class MedNerfDataTest {
    @Test
    void readsTheKnees() {
        var set = DrrFolder.read(Shared.path("data/mednerf-drr/knee"));
        assertEquals(List.of("01", "02", "03", "04"), set.instances());
        assertEquals(128, set.imageSize());
        for (var instance : set.instances()) {
            var orbit = set.ofInstance(instance);
            assertEquals(72, orbit.size());
            assertEquals(355.0, orbit.getLast().azimuthDegrees());
        }
        var split = DrrSplit.preset("umednerf-knee-01");
        assertEquals(284, split.training(set).views().size());
        assertEquals(215.0, split.heldOut(set).view(new ViewKey("01", 43)).azimuthDegrees());
    }

    /** Every image was divided by its own maximum, so the brightest pixel is white. */
    @Test
    void readsTheChestsReduced() {
        var folder = Shared.path("data/mednerf-drr/chest");
        var whole = DrrFolder.read(folder);
        var reduced = DrrFolder.read(folder, 64);
        assertEquals(18, whole.instances().size());
        assertEquals(whole.views().size(), reduced.views().size());
        assertNotEquals(whole.fingerprint(), reduced.fingerprint());
        for (var view : whole.views()) {
            float brightest = 0;
            for (float pixel : view.pixels()) {
                brightest = Math.max(brightest, pixel);
            }
            assertTrue(brightest > 0.99, view.key() + " reaches " + brightest);
        }
    }
}
