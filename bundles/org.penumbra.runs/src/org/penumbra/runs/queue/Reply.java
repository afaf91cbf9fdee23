// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.queue;

import org.penumbra.runs.folder.RunFolder;

/**
 * What became of something that was asked of a run.
 *
 * @param run the run
 * @param kind how it was taken
 * @param text the rest of a sentence that begins with the run's name
 */
public record Reply(RunFolder run, Kind kind, String text) {

    /** How it was taken. */
    public enum Kind {
        /** It is so now, or was so before. */
        DONE,
        /** The worker, or the cluster, was asked and will do it. */
        ASKED,
        /** It makes no sense for a run in this state; nothing was changed. */
        REFUSED
    }

    static Reply done(RunFolder run, String text) {
        return new Reply(run, Kind.DONE, text);
    }

    static Reply asked(RunFolder run, String text) {
        return new Reply(run, Kind.ASKED, text);
    }

    static Reply refused(RunFolder run, String text) {
        return new Reply(run, Kind.REFUSED, text);
    }

    /** The sentence. */
    public String sentence() {
        return run.description().name() + " " + text;
    }
}
