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
import net.jqwik.api.constraints.IntRange;

import org.penumbra.imaging.drr.DrrFolder;
import org.penumbra.imaging.drr.DrrSet;
import org.penumbra.imaging.drr.DrrView;
import org.penumbra.imaging.drr.ViewKey;
import org.penumbra.io.InputException;
import org.penumbra.testing.TemporaryFolder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class DrrSetTest {
    private static DrrView view(String instance, int index, float... pixels) {
        return new DrrView(new ViewKey(instance, index), 0, pixels);
    }

    private static List<DrrView> views() {
        var views = new ArrayList<DrrView>();
        for (int i = 0; i < 6; i++) {
            views.add(view(i < 3 ? "01" : "02", i % 3, i, 0.25f, 0.5f, 1));
        }
        return views;
    }

    private static String fingerprint(List<DrrView> views) {
        return new DrrSet("phantom", 2, views).fingerprint();
    }

    @Property(tries = 50)
    void fingerprintDoesNotDependOnTheOrder(@ForAll long seed) {
        var views = views();
        Collections.shuffle(views, new Random(seed));
        assertEquals(fingerprint(views()), fingerprint(views));
    }

    @Property(tries = 50)
    void fingerprintSeesEveryPixel(
            @ForAll @IntRange(max = 5) int view, @ForAll @IntRange(max = 3) int pixel) {
        var views = views();
        views.get(view).pixels()[pixel] += 1e-6f;
        assertNotEquals(fingerprint(views()), fingerprint(views));
    }

    @Property(tries = 20)
    void fingerprintDoesNotDependOnThePath(@ForAll @IntRange(max = 255) int seed) {
        var bytes = Pictures.grey(8, 8, seed);
        try (var one = TemporaryFolder.create();
                var other = TemporaryFolder.create()) {
            one.file("01_xray0000.png", bytes);
            other.file("01_bbg_xray0000.png", bytes);
            var fingerprint = DrrFolder.read(one.path()).fingerprint();
            assertEquals(fingerprint, DrrFolder.read(other.path()).fingerprint());
            assertTrue(fingerprint.matches("sha256:[0-9a-f]{64}"), fingerprint);
        }
    }

    @Example
    void fingerprintSeesInstanceIndexAndSize() {
        var one = List.of(view("01", 0, 0, 0, 0, 0));
        assertNotEquals(fingerprint(one), fingerprint(List.of(view("02", 0, 0, 0, 0, 0))));
        assertNotEquals(fingerprint(one), fingerprint(List.of(view("01", 1, 0, 0, 0, 0))));
        var empty = new DrrSet("phantom", 2, List.of()).fingerprint();
        assertNotEquals(empty, new DrrSet("phantom", 3, List.of()).fingerprint());
    }

    @Example
    void findsViewsAndInstances() {
        var set = new DrrSet("phantom", 2, views());
        assertEquals(List.of("01", "02"), set.instances());
        assertEquals(4, set.view(new ViewKey("02", 1)).pixels()[0]);
        assertEquals(3, set.ofInstance("02").size());
        assertEquals(List.of("02"), set.select(List.of("02", "02")).instances());
        assertEquals(set, set.select(List.of()));
    }

    @Example
    void saysWhatThereIsInstead() {
        var set = new DrrSet("phantom", 2, views());
        var view = assertThrows(InputException.class, () -> set.view(new ViewKey("02", 7)));
        assertTrue(view.getMessage().contains("from 0 to 2"), view.getMessage());
        var instance = assertThrows(InputException.class, () -> set.ofInstance("05"));
        assertTrue(instance.getMessage().contains("01, 02"), instance.getMessage());
    }

    @Example
    void refusesDoubledViewsAndOtherSizes() {
        var doubled = List.of(view("01", 0, 0, 0, 0, 0), view("01", 0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new DrrSet("phantom", 2, doubled));
        var other = List.of(view("01", 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new DrrSet("phantom", 2, other));
    }
}
