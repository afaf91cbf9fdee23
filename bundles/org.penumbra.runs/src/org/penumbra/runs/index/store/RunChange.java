// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.store;

import org.penumbra.runs.index.ingest.RunCurves;
import org.penumbra.runs.index.ingest.RunFacts;
import org.penumbra.runs.index.ingest.RunFiles;

import java.util.Optional;

/**
 * What is new about a run.
 *
 * @param folder its folder's name
 * @param before what the index knew when this was read; nothing when it did not know the run
 * @param after the stamps of what was read
 * @param facts what the small files say; nothing when they are as before
 * @param curves its curves; nothing when the event files are as before
 * @param problem why it cannot be read at all, in one sentence
 */
public record RunChange(
        String folder,
        Optional<Known> before,
        Known after,
        Optional<RunFacts> facts,
        Optional<RunCurves> curves,
        Optional<String> problem) {

    /**
     * What was read for a run.
     *
     * @param facts the stamps of its small files
     * @param logs the stamps of its event files
     * @param readable whether it could be read
     */
    public record Known(String facts, String logs, boolean readable) {
        /** The stamps of files. */
        public static Known of(RunFiles files) {
            return new Known(files.facts(), files.logStamps(), true);
        }

        /** Whether the files are the same. */
        public boolean isOf(Known other) {
            return facts.equals(other.facts) && logs.equals(other.logs);
        }
    }
}
