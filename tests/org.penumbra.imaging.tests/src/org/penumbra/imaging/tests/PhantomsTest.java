// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import org.penumbra.imaging.phantom.Phantoms;
import org.penumbra.io.InputException;

class PhantomsTest {
    @Property(tries = 100)
    void instancesAreRepeatableAndDiffer(
            @ForAll @IntRange(min = 1, max = 500) int one,
            @ForAll @IntRange(min = 1, max = 500) int other) {
        for (var name : new String[] {"knee", "chest", "shepp-logan"}) {
            assertEquals(Phantoms.named(name, one), Phantoms.named(name, one));
            if (one != other) {
                assertNotEquals(Phantoms.named(name, one), Phantoms.named(name, other));
            }
        }
    }

    /** Nothing but air is black and nothing is denser than cortical bone on cortical bone. */
    @Property(tries = 300)
    void attenuationsAreThoseOfABody(
            @ForAll @IntRange(min = 1, max = 20) int instance,
            @ForAll @DoubleRange(min = -120, max = 120) double x,
            @ForAll @DoubleRange(min = -100, max = 100) double y,
            @ForAll @DoubleRange(min = -110, max = 110) double z) {
        for (var name : new String[] {"knee", "chest"}) {
            double attenuation = Phantoms.named(name, instance).attenuation(x, y, z);
            assertTrue(attenuation > -0.003 && attenuation < 0.12, name + " has " + attenuation);
        }
    }

    /** Values from the published table, where 0.05/mm is a density of 1. */
    @Example
    void sheppLoganIsThePublishedHead() {
        var head = Phantoms.named("shepp-logan", 1);
        assertEquals(10, head.ellipsoids().size());
        assertEquals(0.05, head.attenuation(0, 0.9 * 95, 0), 1e-12);
        assertEquals(0.01, head.attenuation(0, -0.5 * 95, 0), 1e-12);
        assertEquals(0.02, head.attenuation(0, 0.35 * 95, -0.25 * 95), 1e-12);
        assertEquals(0, head.attenuation(0.22 * 95, 0, -0.25 * 95), 1e-12);
        assertEquals(0, head.attenuation(0, 95, 0), 1e-12);
    }

    @Example
    void aKneeHasBoneAJointSpaceAndAnEnd() {
        var knee = Phantoms.named("knee", 1);
        double condyle = knee.attenuation(19, -9, 14);
        double joint = knee.attenuation(19, -9, -8.5);
        assertTrue(condyle > 1.2 * joint, condyle + " in the femur, " + joint + " in the joint");
        assertTrue(joint > 0.015, joint + " in the joint");
        assertEquals(0, knee.attenuation(0, 0, 90));
    }

    @Example
    void anUnknownNameListsTheKnownOnes() {
        var e = assertThrows(InputException.class, () -> Phantoms.named("hip", 1));
        assertTrue(e.getMessage().contains("knee, chest or shepp-logan"), e.getMessage());
    }
}
