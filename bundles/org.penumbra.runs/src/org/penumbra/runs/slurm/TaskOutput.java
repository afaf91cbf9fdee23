// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the batch script and Slurm printed for one task.
 *
 * @param file the file
 */
record TaskOutput(Path file) {
    private static final String OURS = "penumbra: ";
    private static final int TAIL = 4096;

    /** Why the batch script gave up; empty where it did not. */
    Optional<String> lastWord() {
        try (var channel = FileChannel.open(file)) {
            channel.position(Math.max(0, channel.size() - TAIL));
            var bytes = ByteBuffer.allocate(TAIL);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> line.startsWith(OURS))
                    .reduce((before, line) -> line)
                    .map(line -> line.substring(OURS.length()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
