// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The checksum at the end of the good part of an event file. */
public final class Seal {
    private static final int NONE = 0;

    private Seal() {}

    /**
     * Reads the four bytes before an offset.
     *
     * @param good where the good part ends; before a first record there is none
     */
    public static int of(Path file, long good) throws IOException {
        if (good < Integer.BYTES) {
            return NONE;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var bytes = ByteBuffer.allocate(Integer.BYTES);
            channel.read(bytes, good - Integer.BYTES);
            return bytes.hasRemaining() ? NONE : bytes.flip().getInt();
        }
    }
}
