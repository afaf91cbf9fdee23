// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.data;

import java.util.List;

/**
 * Which curves are wanted.
 *
 * @param runs folder names; none for all runs
 * @param tags patterns of tags, in which {@code *} stands for anything, slashes too, {@code ?} for
 *     one character and {@code [ab]} for one of some; none for all curves
 */
public record CurveQuery(List<String> runs, List<String> tags) {
    /** All curves of all runs. */
    public static final CurveQuery ALL = new CurveQuery(List.of(), List.of());

    /** All curves of a run. */
    public static CurveQuery ofRun(String folder) {
        return new CurveQuery(List.of(folder), List.of());
    }
}
