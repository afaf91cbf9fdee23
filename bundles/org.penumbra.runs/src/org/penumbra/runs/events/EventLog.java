// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import org.penumbra.io.records.RecordWriter;
import org.penumbra.runs.folder.Host;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** Appends to one TensorBoard event file. Not for several threads at once. */
public final class EventLog implements Closeable {
    private static final String PREFIX = "events.out.tfevents.";

    private final RecordWriter out;
    private final InstantSource clock;

    private EventLog(Path file, InstantSource clock) {
        this.out = RecordWriter.create(file);
        this.clock = clock;
    }

    /** Whether a file is called as TensorBoard expects it of event files. */
    public static boolean isEventFile(Path file) {
        return file.getFileName().toString().startsWith(PREFIX);
    }

    /**
     * Makes an event file in a folder.
     *
     * @param startStep the first step that will be written
     */
    public static EventLog create(Path folder, long startStep) {
        return create(folder, startStep, Clock.systemUTC());
    }

    static EventLog create(Path folder, long startStep, InstantSource clock) {
        var name =
                "%s%010d.%s.%d"
                        .formatted(
                                PREFIX,
                                clock.instant().getEpochSecond(),
                                Host.name(),
                                ProcessHandle.current().pid());
        var log = new EventLog(folder.resolve(name), clock);
        log.out.append(EventCodec.fileVersion(log.now()));
        log.out.append(EventCodec.sessionStart(log.now(), startStep));
        log.flush();
        return log;
    }

    /** Appends one value, kept in single precision as the format has it. */
    public void scalar(String tag, long step, double value) {
        scalars(step, Map.of(tag, value));
    }

    /**
     * Appends all values of a step as one event, each kept in single precision as the format has
     * it. Nothing is written when there are none.
     *
     * @param values the values by tag, written in the map's order
     */
    public void scalars(long step, Map<String, Double> values) {
        if (!values.isEmpty()) {
            out.append(EventCodec.scalars(now(), step, values));
        }
    }

    /**
     * Appends one value of another log, with its time.
     *
     * @param wallTime when it was measured, in seconds since 1970
     */
    public void scalar(double wallTime, String tag, long step, double value) {
        out.append(EventCodec.scalars(wallTime, step, Map.of(tag, value)));
    }

    /**
     * Says that the work went back: readers drop what was written at this step and later.
     *
     * @param startStep the first step that will be written
     */
    public void restart(long startStep) {
        out.append(EventCodec.sessionStart(now(), startStep));
    }

    private double now() {
        return clock.millis() / 1000.0;
    }

    /** Hands what was written to the system, so that readers see it. */
    public void flush() {
        out.flush();
    }

    /** Forces what was written to the disk; belongs before a checkpoint. */
    public void sync() {
        out.sync();
    }

    @Override
    public void close() {
        out.close();
    }
}
