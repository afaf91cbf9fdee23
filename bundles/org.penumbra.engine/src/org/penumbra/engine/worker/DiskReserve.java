// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.worker;

import org.penumbra.io.files.DiskFull;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * A little room on the disk that is kept until the disk is full: then it is given back, so that the
 * run's last words still fit.
 */
final class DiskReserve implements AutoCloseable {
    static final String NAME = "reserve";

    /** A status, a log with the story of a failure, and the end of an event log. */
    private static final int BYTES = 256 << 10;

    private final Path run;
    private final Path file;

    private DiskReserve(Path run, Path file) {
        this.run = run;
        this.file = file;
    }

    /**
     * The reserve of an attempt; earlier ones of the run, left by killed workers, are given back.
     */
    static DiskReserve of(RunFolder run, Attempt attempt) {
        run.attempts().forEach(each -> free(each.path().resolve(NAME)));
        return new DiskReserve(run.path(), attempt.path().resolve(NAME));
    }

    /**
     * Takes the room.
     *
     * @throws UncheckedIOException where there is not as much
     */
    void take() {
        // Zeros, or bytes said twice, would cost nothing on a file system that packs its files.
        var noise = new byte[BYTES];
        new Random().nextBytes(noise);
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            Channels.newOutputStream(channel).write(noise);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Gives the room back and says in the user's words why a run failed. */
    RuntimeException explain(RuntimeException failure) {
        var full = DiskFull.caused(failure, run);
        close();
        return full ? new DiskFullException(Sentence.of(failure), failure) : failure;
    }

    @Override
    public void close() {
        free(file);
    }

    private static void free(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
