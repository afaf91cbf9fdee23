// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the worker tells a person who looks into the run folder. A line that cannot be written, as
 * on a full disk, goes to the standard output and ends nothing.
 */
final class AttemptLog {
    private final Path file;

    AttemptLog(Path file) {
        this.file = file;
    }

    /** Writes one line with its time. */
    void say(String line) {
        append(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line + "\n");
    }

    /** Writes the whole story of a failure. */
    void failure(Throwable failure) {
        say(Sentence.of(failure));
        var story = new StringWriter();
        failure.printStackTrace(new PrintWriter(story));
        append(story.toString());
    }

    private void append(String text) {
        try {
            Files.writeString(
                    file,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            Output.error(text.strip());
        }
    }
}
