// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the worker tells a person who looks into the run folder. */
final class AttemptLog implements AutoCloseable {
    private final PrintWriter writer;

    AttemptLog(Path file) {
        try {
            writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes one line with its time. */
    void say(String line) {
        writer.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }

    /** Writes the whole story of a failure. */
    void failure(Throwable failure) {
        say(Sentence.of(failure));
        failure.printStackTrace(writer);
    }

    @Override
    public void close() {
        writer.close();
    }
}
