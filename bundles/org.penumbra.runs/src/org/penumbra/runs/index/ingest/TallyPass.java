// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.ingest;

import org.penumbra.runs.events.EventScan;
import org.penumbra.runs.events.ScalarSink;
import org.penumbra.runs.events.TagTable;
import org.penumbra.runs.index.logs.Cutoffs;
import org.penumbra.runs.index.logs.LogFile;
import org.penumbra.runs.index.logs.LogState;
import org.penumbra.runs.index.logs.Logs;
import org.penumbra.runs.index.logs.Places;
import org.penumbra.runs.index.logs.Seal;
import org.penumbra.runs.index.logs.Session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One pass over event files. Which points count depends on the sessions that begin later, so the
 * pass assumes some and finds out whether it was right.
 */
final class TallyPass implements ScalarSink {
    private final TagTable tags = new TagTable();
    private final List<CurveTally> tallies = new ArrayList<>();
    private final BitSet unordered = new BitSet();
    private final List<LogState> files;
    private final List<Session> sessions;
    private final Cutoffs cutoffs;
    private Places places;
    private long offset;
    private boolean any;
    private long greatest;
    private boolean wrong;
    private long read;

    /** A pass over logs from their beginning, which assumes these sessions. */
    TallyPass(List<Session> assumed) {
        cutoffs = new Cutoffs(assumed);
        files = new ArrayList<>();
        sessions = new ArrayList<>();
    }

    /** A pass that goes on where another one ended. */
    TallyPass(RunCurves before) {
        files = new ArrayList<>(before.logs().files());
        sessions = new ArrayList<>(before.logs().sessions());
        cutoffs = new Cutoffs(List.copyOf(sessions));
        cutoffs.seek(Integer.MAX_VALUE, 0);
        before.tallies().forEach(this::resume);
    }

    private void resume(String tag, CurveTally tally) {
        tags.index(tag);
        tallies.add(tally);
        seen(tally.lastStep());
    }

    /** Reads on in the last file. */
    void further(LogFile file) {
        var last = files.removeLast();
        read(file, last.good(), last.places());
    }

    /** Reads the next file. */
    void whole(LogFile file) {
        read(file, 0, new Places());
    }

    private void read(LogFile file, long from, Places known) {
        places = known;
        var scan = EventScan.of(file.path(), from, file.size(), tags, this);
        try {
            int seal = Seal.of(file.path(), scan.good());
            files.add(
                    new LogState(
                            file.name(), file.stamp(), scan.good(), seal, known, scan.damage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void event(long place) {
        offset = place;
        places.event(place);
    }

    @Override
    public void scalar(int tag, long step, double wallTime, double value) {
        read++;
        places.step(step);
        if (!cutoffs.keeps(step)) {
            return;
        }
        seen(step);
        while (tag >= tallies.size()) {
            tallies.add(new CurveTally());
        }
        if (!tallies.get(tag).add(step, wallTime, value)) {
            unordered.set(tag);
        }
    }

    private void seen(long step) {
        greatest = any ? Math.max(greatest, step) : step;
        any = true;
    }

    @Override
    public void sessionStart(long step) {
        var session = new Session(files.size(), offset, step);
        sessions.add(session);
        if (cutoffs.expects(session)) {
            cutoffs.pass();
        } else {
            // One that nobody assumed does no harm where it drops nothing.
            wrong |= !cutoffs.exhausted() || any && step <= greatest;
        }
    }

    /** Whether points were counted that do not count, or the other way round. */
    boolean wrong() {
        return wrong || !cutoffs.exhausted();
    }

    /** Whether a curve's steps do not rise, which one pass cannot tally. */
    boolean unordered() {
        return !unordered.isEmpty();
    }

    /** The sessions of the files that were read. */
    List<Session> sessions() {
        return List.copyOf(sessions);
    }

    /** How many scalars were read. */
    long read() {
        return read;
    }

    /** What the files hold. */
    Logs logs() {
        return new Logs(List.copyOf(files), sessions());
    }

    /** The tags of the curves whose steps do not rise. */
    List<String> unorderedTags() {
        return unordered.stream().mapToObj(tags::name).toList();
    }

    /** The curves that have points. */
    LinkedHashMap<String, CurveTally> tallies() {
        var found = new LinkedHashMap<String, CurveTally>();
        for (int i = 0; i < tallies.size(); i++) {
            if (tallies.get(i).count() > 0) {
                found.put(tags.name(i), tallies.get(i));
            }
        }
        return found;
    }
}
