// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import org.penumbra.io.records.RecordWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An event file as other programs write it: without a word about where their session starts. */
public final class ForeignEvents implements AutoCloseable {
    private final Path file;
    private final RecordWriter out;

    private ForeignEvents(Path file, RecordWriter out) {
        this.file = file;
        this.out = out;
    }

    /** Begins a file, or goes on with it. */
    public static ForeignEvents in(Path folder, long time) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var file = folder.resolve("events.out.tfevents.%010d.host.7.0".formatted(time));
        var isNew = !Files.exists(file);
        var events = new ForeignEvents(file, RecordWriter.resume(file));
        if (isNew) {
            events.out.append(EventCodec.fileVersion(time));
        }
        return events;
    }

    /** Writes one value at each step from one to another, a thousand more than the step. */
    public ForeignEvents steps(String tag, long first, long last, long stride) {
        for (long step = first; step <= last; step += stride) {
            out.append(EventCodec.scalars(1_700_000_000 + step, step, Map.of(tag, 1000.0 + step)));
        }
        out.flush();
        return this;
    }

    /** Says that a session starts, as TensorFlow does. */
    public ForeignEvents sessionStart(long step) {
        out.append(EventCodec.sessionStart(1, step));
        out.flush();
        return this;
    }

    /** A record that is no event. */
    public ForeignEvents nonsense() {
        out.append(new byte[] {(byte) 0xFF, 1, 2, 3});
        out.flush();
        return this;
    }

    /** The file. */
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        out.close();
    }
}
