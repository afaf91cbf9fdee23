// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.annotations;

import org.penumbra.runs.json.JsonFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one process and in it one thread at a time change annotations. The system frees the lock of
 * a process that dies. The file beside the annotations only carries the lock: they themselves are
 * replaced with every change.
 */
final class AnnotationsLock implements AutoCloseable {
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private AnnotationsLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock of a run folder. */
    static AnnotationsLock take(Path run) {
        var file = run.resolve("annotations.lock");
        THREADS.lock();
        try {
            return new AnnotationsLock(locked(file));
        } catch (IOException e) {
            THREADS.unlock();
            throw JsonFile.unwritable(file, new UncheckedIOException(e));
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            THREADS.unlock();
        }
    }
}
