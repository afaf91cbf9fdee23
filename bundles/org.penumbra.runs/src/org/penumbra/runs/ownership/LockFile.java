// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.ownership;

import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A lock that one process holds and that the system frees when that process dies. */
public final class LockFile implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FileChannel channel;

    private LockFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock if nobody has it. On a file system without locks everybody gets it: there the
     * marks of the processes have to do.
     *
     * @throws org.penumbra.io.InputException when the file cannot be made
     */
    public static Optional<LockFile> take(Path file) {
        var channel = open(file);
        if (free(channel)) {
            return Optional.of(new LockFile(channel));
        }
        close(channel);
        return Optional.empty();
    }

    /** Takes the lock, after its present holder where there is one. */
    public static LockFile await(Path file) {
        var lock = take(file);
        while (lock.isEmpty()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            lock = take(file);
        }
        return lock.get();
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw JsonFile.unwritable(file, new UncheckedIOException(e));
        }
    }

    private static boolean free(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException here) {
            return false;
        } catch (IOException noLocks) {
            return true;
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
