// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.data;

/**
 * A curve in a few numbers, over all attempts and every step once.
 *
 * @param run the run's folder name
 * @param tag the curve's tag
 * @param count how many points it has
 * @param firstStep the step of its first point
 * @param lastStep the step of its last point
 * @param last its last value; may be NaN or infinite
 * @param lastFinite its last finite value; NaN when there is none
 * @param min its least finite value; NaN when there is none
 * @param minStep where that is first reached; 0 when there is none
 * @param max its greatest finite value; NaN when there is none
 * @param maxStep where that is first reached; 0 when there is none
 * @param tailMean the mean of the finite values of the last tenth of its points, see {@link
 *     org.penumbra.runs.index.decimate.TailMean}; NaN when there is none
 * @param firstWallTime when its earliest point was written, in seconds since 1970
 * @param lastWallTime when its latest point was written, in seconds since 1970
 */
public record CurveSummary(
        String run,
        String tag,
        long count,
        long firstStep,
        long lastStep,
        double last,
        double lastFinite,
        double min,
        long minStep,
        double max,
        long maxStep,
        double tailMean,
        double firstWallTime,
        double lastWallTime) {}
