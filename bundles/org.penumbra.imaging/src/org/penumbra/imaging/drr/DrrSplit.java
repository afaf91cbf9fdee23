// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.imaging.drr;

import org.penumbra.io.InputException;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which views are kept from training.
 *
 * @param heldOut the held-out views' keys, sorted
 */
public record DrrSplit(Set<ViewKey> heldOut) {
    /** Views 7, 25, 43 and 61 of knee 01, missing from UMedNeRF's published training folder. */
    private static final List<String> UMEDNERF_KNEE_01 = List.of("01:7", "01:25", "01:43", "01:61");

    /** Copies and sorts the keys. */
    public DrrSplit {
        heldOut = Collections.unmodifiableSortedSet(new TreeSet<>(heldOut));
    }

    /**
     * A published split: {@code none} or {@code umednerf-knee-01}.
     *
     * @throws InputException when there is no preset of this name
     */
    public static DrrSplit preset(String name) {
        return switch (name) {
            case "none" -> new DrrSplit(Set.of());
            case "umednerf-knee-01" -> of(UMEDNERF_KNEE_01);
            default ->
                    throw new InputException(
                            "there is no split '%s'; choose none or umednerf-knee-01"
                                    .formatted(name));
        };
    }

    /**
     * A split from text forms such as {@code 01:7}.
     *
     * @throws InputException when one of them names no view
     */
    public static DrrSplit of(List<String> keys) {
        return new DrrSplit(new TreeSet<>(keys.stream().map(ViewKey::parse).toList()));
    }

    /** This split's held-out views and the other's. */
    public DrrSplit and(DrrSplit other) {
        return new DrrSplit(
                new TreeSet<>(Stream.concat(heldOut.stream(), other.heldOut.stream()).toList()));
    }

    /**
     * The views that may be trained on.
     *
     * @throws InputException when nothing is left
     */
    public DrrSet training(DrrSet set) {
        var kept = set.views().stream().filter(view -> !heldOut.contains(view.key())).toList();
        if (kept.isEmpty()) {
            throw new InputException(
                    "all %d views are held out and none is left to train on; hold out fewer"
                            .formatted(set.views().size()));
        }
        return new DrrSet(set.kind(), set.imageSize(), kept);
    }

    /**
     * The held-out views; the set may be empty.
     *
     * @throws InputException when a held-out view is not in the data
     */
    public DrrSet heldOut(DrrSet set) {
        return new DrrSet(set.kind(), set.imageSize(), heldOut.stream().map(set::view).toList());
    }
}
