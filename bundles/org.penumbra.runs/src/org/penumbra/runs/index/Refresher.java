// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import org.penumbra.io.InputException;
import org.penumbra.runs.index.ingest.Ingest;
import org.penumbra.runs.index.ingest.RunCurves;
import org.penumbra.runs.index.ingest.RunFacts;
import org.penumbra.runs.index.ingest.RunFiles;
import org.penumbra.runs.index.store.RunChange;
import org.penumbra.runs.index.store.RunChange.Known;
import org.penumbra.runs.index.store.Store;

import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads what is new about one run. Used by several threads at once. */
final class Refresher {
    private final Store store;

    Refresher(Store store) {
        this.store = store;
    }

    /** What is new; the index knew something else before, or nothing. */
    RunChange read(RunFiles files, Optional<Known> before) {
        var folder = files.folder().getFileName().toString();
        var after = Known.of(files);
        // Outside, since trouble with the index is no trouble of the run.
        var curves =
                before.filter(known -> known.readable() && !known.logs().equals(after.logs()))
                        .flatMap(known -> store.curves(folder));
        try {
            return new RunChange(
                    folder,
                    before,
                    after,
                    facts(files, before),
                    curves(files, before, curves),
                    Optional.empty());
        } catch (InputException | UncheckedIOException e) {
            return unreadable(folder, before, after, e.getMessage());
        }
    }

    /** A folder that cannot be read. */
    static RunChange unreadable(
            String folder, Optional<Known> before, Known after, String sentence) {
        return new RunChange(
                folder, before, after, Optional.empty(), Optional.empty(), Optional.of(sentence));
    }

    private static Optional<RunFacts> facts(RunFiles files, Optional<Known> before) {
        boolean same =
                before.filter(Known::readable).map(Known::facts).equals(known(files.facts()));
        return same ? Optional.empty() : Optional.of(RunFacts.of(files.folder()));
    }

    private static Optional<RunCurves> curves(
            RunFiles files, Optional<Known> before, Optional<RunCurves> curves) {
        var stamps = known(files.logStamps());
        boolean same = before.filter(Known::readable).map(Known::logs).equals(stamps);
        return same ? Optional.empty() : Optional.of(ingested(files, curves));
    }

    private static Optional<String> known(String stamps) {
        return Optional.of(stamps);
    }

    private static RunCurves ingested(RunFiles files, Optional<RunCurves> curves) {
        return curves.map(known -> Ingest.further(files.folder(), known, files.logs()))
                .orElseGet(() -> Ingest.whole(files.folder(), files.logs()));
    }
}
