// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

/**
 * What bringing the index up to date meant.
 *
 * @param runs how many runs there are
 * @param changed how many runs were read, new ones included
 * @param removed how many were forgotten because their folders are gone
 * @param scalars how many scalars were read
 * @param seconds how long it took
 */
public record Refresh(int runs, int changed, int removed, long scalars, double seconds) {

    /** Follows a refresh, on the thread that asked for it. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Some runs were read.
         *
         * @param done how many so far
         * @param all how many are to be read
         */
        void progress(int done, int all);
    }
}
