// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import org.penumbra.io.InputException;
import org.penumbra.io.records.RecordScanner;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A fast reading of an event file: every checksum is checked, no object is made per value. It finds
 * what {@link EventReader} finds and stops where that stops.
 *
 * @param good where the good part ends, in bytes from the beginning of the file; a later scan goes
 *     on from there when the file has grown
 * @param damage one sentence when the file is damaged; the end of a file that is still written may
 *     look like that
 */
public record EventScan(long good, Optional<String> damage) {

    /**
     * Scans a whole file.
     *
     * @throws InputException when it cannot be read
     */
    public static EventScan of(Path file, TagTable tags, ScalarSink sink) {
        return of(file, 0, Long.MAX_VALUE, tags, sink);
    }

    /**
     * Scans a part of a file.
     *
     * @param from where a record begins: 0, an earlier scan's good part, or an event's offset
     * @param to where the part ends; what lies behind counts as not written yet
     * @throws InputException when it cannot be read
     */
    public static EventScan of(Path file, long from, long to, TagTable tags, ScalarSink sink) {
        var parser = new EventParser(tags);
        try (var records = RecordScanner.open(file, from, to)) {
            while (records.next()) {
                if (!parser.parse(records.bytes(), records.start(), records.length())) {
                    return new EventScan(records.offset(), Optional.of(EventReader.noEvent(file)));
                }
                sink.event(records.offset());
                parser.deliver(sink);
            }
            return new EventScan(records.goodBytes(), records.damage());
        }
    }
}
