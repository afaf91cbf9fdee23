// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.progress;

import org.penumbra.cli.report.Spans;
import org.penumbra.runs.folder.RunStatus;

import java.util.Locale;

/**
 * One run at work.
 *
 * @param name the run's name
 * @param status where it stands
 * @param loss the last loss; NaN before there is one
 */
record Progress(String name, RunStatus status, double loss) {
    private static final int NAME = 19;
    private static final int BAR = 10;

    /** At most 79 columns, so that no terminal breaks the line. */
    String line() {
        return "%s %-11.11s %s %13s %8s %11s"
                .formatted(shortName(), phase(), bar(), steps(), lossText(), left())
                .stripTrailing();
    }

    /** For a file, where nothing is aligned. */
    String sentence() {
        var text = "%s: %s, step %d/%d".formatted(name, phase(), status.step(), status.steps());
        return text + (Double.isNaN(loss) ? "" : ", loss " + lossText()) + rest();
    }

    private String rest() {
        return knowsLeft() ? ", " + left() + " left" : "";
    }

    /** Before the first step nobody knows. */
    private boolean knowsLeft() {
        return status.step() > 0 && Double.isFinite(status.secondsLeft());
    }

    /** The end of a long name tells more than its beginning: it has levels and seed. */
    private String shortName() {
        return name.length() <= NAME
                ? name + " ".repeat(NAME - name.length())
                : "…" + name.substring(name.length() - NAME + 1);
    }

    private String phase() {
        return status.phase().isEmpty() ? "starting" : status.phase();
    }

    private String bar() {
        int full = (int) Math.clamp(Math.round(fraction() * BAR), 0, BAR);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    double fraction() {
        return status.steps() > 0 ? (double) status.step() / status.steps() : 0;
    }

    private String steps() {
        return status.steps() > 0 ? status.step() + "/" + status.steps() : "";
    }

    private String lossText() {
        return Double.isNaN(loss) ? "" : String.format(Locale.ROOT, "%.3g", loss);
    }

    private String left() {
        return knowsLeft() ? Spans.text(status.secondsLeft()) : "";
    }
}
