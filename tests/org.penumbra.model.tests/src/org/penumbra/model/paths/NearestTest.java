// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.model.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class NearestTest {
    @Test
    void countsInsertionsDeletionsAndReplacements() {
        var names = List.of("sitting", "kitten", "mitten", "it");
        assertEquals(List.of("kitten", "mitten", "sitting"), Nearest.of("kittens", names));
        assertEquals(List.of("it", "kitten", "mitten"), Nearest.of("i", names));
    }

    @Property
    void aNameIsNearestToItself(
            @ForAll @Size(max = 5) List<@StringLength(max = 9) String> names,
            @ForAll @StringLength(max = 9) String name) {
        var all = new ArrayList<>(names);
        all.add(name);
        assertEquals(name, Nearest.of(name, all).getFirst());
    }
}
