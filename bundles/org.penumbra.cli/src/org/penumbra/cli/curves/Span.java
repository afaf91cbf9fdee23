// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.curves;

import org.penumbra.io.InputException;

/**
 * Which points of a curve are wanted.
 *
 * @param from the first step
 * @param to the last step
 * @param whole whether that is all of them
 */
public record Span(long from, long to, boolean whole) {

    /**
     * The span between two steps.
     *
     * @param from null for the beginning
     * @param to null for the end
     * @throws InputException when it is empty
     */
    public static Span of(Long from, Long to) {
        long first = from == null ? Long.MIN_VALUE : from;
        long last = to == null ? Long.MAX_VALUE : to;
        if (first > last) {
            throw new InputException(
                    "--from %d is behind --to %d: give the smaller step first"
                            .formatted(first, last));
        }
        return new Span(first, last, from == null && to == null);
    }
}
