// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One thread of one process after another brings the index up to date, so that nobody does the same
 * work twice. The database is right without it, so whoever waits too long, or where the file system
 * has no locks, goes on.
 */
public final class Turn implements AutoCloseable {
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    // A file's lock is one of the whole process, so threads need another one.
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Optional<ReentrantLock> threads;
    private final Optional<FileChannel> processes;

    private Turn(Optional<ReentrantLock> threads, Optional<FileChannel> processes) {
        this.threads = threads;
        this.processes = processes;
    }

    /**
     * Waits for the turn; a thread that has it gets it again.
     *
     * @param file the database's file; the lock is on one beside it, which is never deleted
     * @throws IOException when no file can be made there
     */
    public static Turn take(Path file) throws IOException {
        var lock = THREADS.computeIfAbsent(file.toAbsolutePath(), path -> new ReentrantLock());
        var mine = taken(lock) ? Optional.of(lock) : Optional.<ReentrantLock>empty();
        boolean first = mine.isPresent() && lock.getHoldCount() == 1;
        try {
            return new Turn(mine, first ? Optional.of(locked(file)) : Optional.empty());
        } catch (IOException e) {
            mine.ifPresent(ReentrantLock::unlock);
            throw e;
        }
    }

    private static boolean taken(ReentrantLock lock) {
        try {
            return lock.tryLock(PATIENCE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        var channel =
                FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        long end = System.nanoTime() + PATIENCE;
        while (!taken(channel) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE);
        }
        return channel;
    }

    private static boolean taken(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (processes.isPresent()) {
                processes.get().close();
            }
        } finally {
            threads.ifPresent(ReentrantLock::unlock);
        }
    }
}
