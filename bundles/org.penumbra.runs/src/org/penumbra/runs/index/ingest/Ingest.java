// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.ingest;

import org.penumbra.io.InputException;
import org.penumbra.runs.events.EventScan;
import org.penumbra.runs.events.ScalarSink;
import org.penumbra.runs.events.TagTable;
import org.penumbra.runs.index.logs.LogFile;
import org.penumbra.runs.index.logs.LogState;
import org.penumbra.runs.index.logs.Seal;
import org.penumbra.runs.index.logs.Session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a run's curves from its event files, equal to {@link org.penumbra.runs.events.Curves}, or
 * brings them up to date.
 */
public final class Ingest {
    // A session's start is the second record of the files of this program and of TensorFlow.
    private static final long BEGINNING = 4096;
    private static final int TRIES = 3;

    private Ingest() {}

    /**
     * Reads all files of a run.
     *
     * @param run the run folder
     * @param files in the order of the attempts
     * @throws InputException when a file cannot be read
     */
    public static RunCurves whole(Path run, List<LogFile> files) {
        var pass = pass(files, firstSessions(files));
        // The second pass knows all sessions; a third is for files that change meanwhile.
        for (int tries = 1; pass.wrong() && tries < TRIES; tries++) {
            pass = pass(files, pass.sessions());
        }
        var tallies = pass.tallies();
        for (var tag : pass.unorderedTags()) {
            tallies.put(tag, OrderedTally.of(run, pass.logs(), tag));
        }
        return new RunCurves(pass.logs(), tallies, pass.read());
    }

    private static TallyPass pass(List<LogFile> files, List<Session> assumed) {
        var pass = new TallyPass(assumed);
        files.forEach(pass::whole);
        return pass;
    }

    private static List<Session> firstSessions(List<LogFile> files) {
        var sessions = new ArrayList<Session>();
        for (int i = 0; i < files.size(); i++) {
            long part = Math.min(BEGINNING, files.get(i).size());
            var beginning = new Beginning(i, sessions);
            EventScan.of(files.get(i).path(), 0, part, new TagTable(), beginning);
        }
        return sessions;
    }

    /**
     * Reads what was appended since.
     *
     * @param run the run folder
     * @param before the curves so far; used up by the call
     * @param files in the order of the attempts
     * @throws InputException when a file cannot be read
     */
    public static RunCurves further(Path run, RunCurves before, List<LogFile> files) {
        return appended(before, files).orElseGet(() -> whole(run, files));
    }

    /** Nothing when everything has to be read again. */
    private static Optional<RunCurves> appended(RunCurves before, List<LogFile> files) {
        int known = before.logs().files().size();
        if (!continued(before, files)) {
            return Optional.empty();
        }
        var pass = new TallyPass(before);
        if (known > 0) {
            pass.further(files.get(known - 1));
        }
        files.subList(known, files.size()).forEach(pass::whole);
        return pass.wrong() || pass.unordered()
                ? Optional.empty()
                : Optional.of(new RunCurves(pass.logs(), pass.tallies(), pass.read()));
    }

    /** Whether the files are those from before, and only the last of these may have grown. */
    private static boolean continued(RunCurves before, List<LogFile> files) {
        var states = before.logs().files();
        if (states.size() > files.size()) {
            return false;
        }
        for (int i = 0; i < states.size(); i++) {
            boolean last = i == states.size() - 1;
            if (!same(states.get(i), files.get(i))
                    && !(last && grown(states.get(i), files.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(LogState state, LogFile file) {
        return state.name().equals(file.name()) && state.stamp().equals(file.stamp());
    }

    private static boolean grown(LogState state, LogFile file) {
        return state.name().equals(file.name())
                && file.size() > state.stamp().size()
                && sealed(state, file);
    }

    private static boolean sealed(LogState state, LogFile file) {
        try {
            return Seal.of(file.path(), state.good()) == state.seal();
        } catch (IOException e) {
            throw InputException.reading(file.path(), e);
        }
    }

    private static final class Beginning implements ScalarSink {
        private final int file;
        private final List<Session> sessions;
        private long offset;

        Beginning(int file, List<Session> sessions) {
            this.file = file;
            this.sessions = sessions;
        }

        @Override
        public void event(long place) {
            offset = place;
        }

        @Override
        public void scalar(int tag, long step, double wallTime, double value) {
            // Only sessions are looked for.
        }

        @Override
        public void sessionStart(long step) {
            sessions.add(new Session(file, offset, step));
        }
    }
}
