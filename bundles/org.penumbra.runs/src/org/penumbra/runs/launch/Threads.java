// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.launch;

import org.penumbra.io.InputException;
import org.penumbra.runs.folder.Attempt;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.json.Fields;

import java.util.OptionalInt;

/** How many threads the mathematics of a run gets; results are repeatable for equal numbers. */
public final class Threads {
    private Threads() {}

    /** What the run says, else what its earlier attempts had, else what its place offers. */
    public static int of(Assignment work) {
        int wanted = wanted(work.run());
        int offered = Math.max(1, work.threads());
        return wanted > 0 ? wanted : before(work.run()).orElse(offered);
    }

    private static int wanted(RunFolder run) {
        var resources =
                new Fields(run.description().resources(), run.path() + "/run.json, resources");
        return resources.has("threads") ? Math.toIntExact(resources.whole("threads")) : 0;
    }

    /** A run that goes on with another number of threads would end with other bits. */
    private static OptionalInt before(RunFolder run) {
        return run.attempts().reversed().stream()
                .map(Threads::recorded)
                .flatMapToInt(OptionalInt::stream)
                .findFirst();
    }

    private static OptionalInt recorded(Attempt attempt) {
        try {
            var facts = Fields.read(attempt.path().resolve("environment.json"));
            return OptionalInt.of(Math.toIntExact(facts.whole("threads")));
        } catch (InputException none) {
            return OptionalInt.empty();
        }
    }
}
