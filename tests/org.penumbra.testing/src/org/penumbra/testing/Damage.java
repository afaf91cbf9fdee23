// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.testing;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.Arrays;

/**
 * Damaged versions of a good file, to show that a reader refuses or reads them and never breaks.
 */
public final class Damage {
    private Damage() {}

    /**
     * The file cut short, with bytes replaced, or with a piece said twice.
     *
     * @param good the whole file, not empty
     * @return damaged copies
     */
    public static Arbitrary<byte[]> to(byte[] good) {
        return Arbitraries.oneOf(truncated(good), replaced(good), repeated(good));
    }

    private static Arbitrary<byte[]> truncated(byte[] good) {
        return places(good).map(length -> Arrays.copyOf(good, length));
    }

    private static Arbitrary<byte[]> replaced(byte[] good) {
        var change = Combinators.combine(places(good), Arbitraries.bytes()).as(Change::new);
        return change.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(
                        changes -> {
                            var bytes = good.clone();
                            changes.forEach(c -> bytes[c.place] = c.value);
                            return bytes;
                        });
    }

    private static Arbitrary<byte[]> repeated(byte[] good) {
        return places(good)
                .map(
                        place -> {
                            var bytes = Arrays.copyOf(good, good.length + place);
                            System.arraycopy(good, 0, bytes, good.length, place);
                            return bytes;
                        });
    }

    /** Headers are at the ends of files, where small distances find them. */
    private static Arbitrary<Integer> places(byte[] good) {
        var last = good.length - 1;
        var anywhere = Arbitraries.integers().between(0, last);
        var near = Arbitraries.integers().between(0, Math.min(last, 127));
        return Arbitraries.oneOf(anywhere, near, near.map(distance -> last - distance));
    }

    private record Change(int place, byte value) {}
}
