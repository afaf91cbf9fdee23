// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import org.penumbra.io.records.RecordReader;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the events of a file while somebody else writes them. Not for several threads at once. */
public final class EventTail {
    private final Path file;
    private long position;

    /**
     * Begins where an earlier reader stopped.
     *
     * @param file an event file
     * @param position an earlier {@link #position()}, or 0
     */
    public EventTail(Path file, long position) {
        this.file = file;
        this.position = position;
    }

    /**
     * Hands over events that are new. Whole records that are no events are passed over.
     *
     * @param most how many at most
     * @return one sentence when what follows is damaged, or not yet written to its end
     * @throws org.penumbra.io.InputException when the file cannot be opened
     */
    public Optional<String> next(int most, Consumer<Event> consumer) {
        try (var records = RecordReader.open(file, position)) {
            for (int i = 0; i < most && records.hasNext(); i++) {
                EventCodec.decode(records.next()).ifPresent(consumer);
            }
            position = records.goodBytes();
            return records.damage();
        }
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** Bytes up to the end of the last event that was handed over. */
    public long position() {
        return position;
    }
}
