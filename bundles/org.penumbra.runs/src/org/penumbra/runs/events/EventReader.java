// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import org.penumbra.io.records.RecordReader;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads an event file up to its end or to the first damage. */
public final class EventReader {
    private EventReader() {}

    /**
     * Hands over the events of a file in their order.
     *
     * @return one sentence when the file is damaged; what lies before the damage was handed over
     */
    public static Optional<String> read(Path file, Consumer<Event> consumer) {
        try (var records = RecordReader.open(file)) {
            while (records.hasNext()) {
                var event = EventCodec.decode(records.next());
                if (event.isEmpty()) {
                    return Optional.of(noEvent(file));
                }
                consumer.accept(event.get());
            }
            return records.damage();
        }
    }

    static String noEvent(Path file) {
        return file + " holds a record that is no TensorBoard event";
    }
}
