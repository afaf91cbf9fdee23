// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.io;

/**
 * The memory that reading one file may take: half of what the program has. A few bytes of a zip
 * archive can unpack to gigabytes, so the size of the file bounds nothing.
 */
public final class MemoryBudget {
    private final long all = Runtime.getRuntime().maxMemory() / 2;
    private long left = all;

    /**
     * Takes a part of it, before that part is allocated.
     *
     * @param bytes how much
     * @param where the file and place for the message
     * @throws InputException if there is not so much left
     */
    public void take(long bytes, String where) {
        if (bytes > left) {
            throw new InputException(
                    ("%s needs more memory than the %d MiB that this program may use for one file;"
                         + " give it more with -Xmx or check that the file is the right one.")
                            .formatted(where, all >> 20));
        }
        left -= bytes;
    }
}
