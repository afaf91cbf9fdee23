// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import java.util.List;

/**
 * One record of an event file.
 *
 * @param wallTime when it was written, in seconds since 1970
 * @param step the step it belongs to
 * @param content what it says
 */
public record Event(double wallTime, long step, Content content) {

    /** What an event says. */
    public sealed interface Content {}

    /** The first record of a file: {@code brain.Event:2}. */
    public record FileVersion(String version) implements Content {}

    /** A session begins: earlier files' events at this event's step and later are superseded. */
    public record SessionStart() implements Content {}

    /** Measured values. */
    public record Scalars(List<Scalar> values) implements Content {}

    /** Something that this program does not read, such as an image or a graph. */
    public record Other() implements Content {}

    /** One value of one curve; whole single-precision numbers unless a foreign log has more. */
    public record Scalar(String tag, double value) {}
}
