// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.curves;

import org.penumbra.runs.index.data.Curve;

/** Prints curves one after another. */
public sealed interface CurvePrinter permits CsvPrinter, JsonPrinter {
    /** Before the first curve. */
    void begin();

    /**
     * A curve.
     *
     * @param run the run's name
     */
    void print(String run, Curve curve);

    /** After the last curve. */
    void end();
}
