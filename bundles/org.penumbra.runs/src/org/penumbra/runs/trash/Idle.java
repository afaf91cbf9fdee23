// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.trash;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps workers from a run for as long as it is open. */
final class Idle implements AutoCloseable {
    private final FileChannel channel;

    private Idle(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the place of a run's worker.
     *
     * @throws InputException when a worker has it
     */
    static Idle hold(Path run) {
        status(run).filter(RunStatus::workerAlive).ifPresent(status -> refuse(run, status));
        var lock = run.resolve("worker.lock");
        try {
            var channel =
                    FileChannel.open(
                            lock,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS);
            if (lock(channel) == null) {
                channel.close();
                throw atWork(run, "by another process");
            }
            return new Idle(channel);
        } catch (IOException e) {
            throw JsonFile.unwritable(lock, new UncheckedIOException(e));
        }
    }

    /** A damaged run can be removed too; its lock still tells whether somebody has it. */
    private static Optional<RunStatus> status(Path run) {
        try {
            return Optional.of(RunFolder.open(run).status());
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static void refuse(Path run, RunStatus status) {
        throw atWork(run, "by process %d on %s".formatted(status.pid(), status.host()));
    }

    private static InputException atWork(Path run, String by) {
        return new InputException(
                "%s is being computed %s: stop it first, then remove it".formatted(run, by));
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
