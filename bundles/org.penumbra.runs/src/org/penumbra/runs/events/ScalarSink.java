// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

/** Takes what a scan of an event file finds, in the file's order. */
public interface ScalarSink {
    /**
     * An event begins; what follows up to the next call is in it.
     *
     * @param offset where its record begins, in bytes from the beginning of the file
     */
    default void event(long offset) {}

    /**
     * One value of one curve.
     *
     * @param tag the index of its tag in the scan's {@link TagTable}
     * @param step the event's step
     * @param wallTime when it was written, in seconds since 1970
     * @param value the value
     */
    void scalar(int tag, long step, double wallTime, double value);

    /** A session begins: earlier values at this step and later are superseded. */
    void sessionStart(long step);
}
