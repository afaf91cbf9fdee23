// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import org.penumbra.runs.folder.RunState;

import java.util.List;
import java.util.Set;

/**
 * How a program's run ended.
 *
 * @param state FINISHED, PAUSED, CANCELLED, FAILED or LOST
 * @param message one sentence for people, or empty
 */
public record Outcome(RunState state, String message) {
    private static final int SIGNALLED = 128;
    private static final int LONGEST = 300;

    /** Signals that come from outside; the others are the program's own crashes. */
    private static final Set<Integer> FROM_OUTSIDE = Set.of(1, 2, 9, 15);

    /** What an exit code other than 0 means, when nobody had asked the program to end. */
    static Outcome of(int code, List<String> lastLines) {
        if (code <= SIGNALLED) {
            return new Outcome(
                    RunState.FAILED,
                    "The program ended with exit code %d%s".formatted(code, words(lastLines)));
        }
        int signal = code - SIGNALLED;
        return FROM_OUTSIDE.contains(signal)
                ? new Outcome(
                        RunState.LOST,
                        "The program was killed from outside by signal %d%s"
                                .formatted(signal, words(lastLines)))
                : new Outcome(
                        RunState.FAILED,
                        "The program crashed with signal %d%s".formatted(signal, words(lastLines)));
    }

    private static String words(List<String> lastLines) {
        if (lastLines.isEmpty()) {
            return " and had printed nothing.";
        }
        var last = lastLines.getLast().strip();
        var cut = last.length() > LONGEST ? last.substring(0, LONGEST) + " ..." : last;
        return "; its last words: " + cut;
    }
}
