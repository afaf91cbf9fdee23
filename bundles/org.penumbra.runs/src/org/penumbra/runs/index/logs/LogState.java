// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.logs;

import org.penumbra.runs.index.blob.BlobReader;
import org.penumbra.runs.index.blob.BlobWriter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an event file was read.
 *
 * @param name its path inside the run folder, with slashes
 * @param stamp the file's stamp then
 * @param good where the good part ends, in bytes
 * @param seal the last four bytes of the good part, a checksum: how a file that has grown is told
 *     from another one
 * @param places where in it which steps are
 * @param damage one sentence about what follows the good part, if that is damaged
 */
public record LogState(
        String name, Stamp stamp, long good, int seal, Places places, Optional<String> damage) {

    /** Good part, seal and places as bytes. */
    public byte[] toBytes() {
        var out = new BlobWriter().whole(good).signed(seal);
        places.write(out);
        return out.toBytes();
    }

    /**
     * The inverse of {@link #toBytes}.
     *
     * @throws IllegalArgumentException when the bytes are damaged
     */
    public static LogState of(String name, Stamp stamp, Optional<String> damage, byte[] bytes) {
        var in = new BlobReader(bytes);
        return new LogState(name, stamp, in.whole(), (int) in.signed(), Places.read(in), damage);
    }

    /** Sessions as bytes. */
    public static byte[] toBytes(List<Session> sessions) {
        var out = new BlobWriter().whole(sessions.size());
        sessions.forEach(each -> out.whole(each.file()).whole(each.offset()).signed(each.step()));
        return out.toBytes();
    }

    /**
     * The inverse of {@link #toBytes(List)}.
     *
     * @throws IllegalArgumentException when the bytes are damaged
     */
    public static List<Session> sessions(byte[] bytes) {
        var in = new BlobReader(bytes);
        int count = in.count();
        var sessions = new ArrayList<Session>();
        for (int i = 0; i < count; i++) {
            sessions.add(new Session((int) in.whole(), in.whole(), in.signed()));
        }
        return sessions;
    }
}
