// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.logs;

import org.penumbra.runs.index.blob.BlobReader;
import org.penumbra.runs.index.blob.BlobWriter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where in one event file which steps are: one place about every 256 KiB with the range of steps up
 * to the next one. Not for several threads at once.
 */
public final class Places {
    private static final long DISTANCE = 256 << 10;

    private long[] offsets = new long[4];
    private long[] least = new long[4];
    private long[] greatest = new long[4];
    private int size;

    /** An event begins at an offset. */
    public void event(long offset) {
        if (size == 0 || offset - offsets[size - 1] >= DISTANCE) {
            append(offset, Long.MAX_VALUE, Long.MIN_VALUE);
        }
    }

    private void append(long offset, long from, long to) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * size);
            least = Arrays.copyOf(least, 2 * size);
            greatest = Arrays.copyOf(greatest, 2 * size);
        }
        offsets[size] = offset;
        least[size] = from;
        greatest[size++] = to;
    }

    /** The last event has values of a step. */
    public void step(long step) {
        least[size - 1] = Math.min(least[size - 1], step);
        greatest[size - 1] = Math.max(greatest[size - 1], step);
    }

    /** A part of a file, from one event's beginning to another's, in bytes. */
    public record Part(long from, long to) {}

    /**
     * The parts that hold steps of a range.
     *
     * @param from the first step
     * @param to the last step
     * @param end where the good part of the file ends, in bytes
     */
    public List<Part> parts(long from, long to, long end) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < size; i++) {
            if (least[i] <= to && greatest[i] >= from) {
                add(parts, new Part(offsets[i], i + 1 < size ? offsets[i + 1] : end));
            }
        }
        return parts;
    }

    private static void add(List<Part> parts, Part part) {
        if (!parts.isEmpty() && parts.getLast().to() == part.from()) {
            parts.addLast(new Part(parts.removeLast().from(), part.to()));
        } else {
            parts.add(part);
        }
    }

    void write(BlobWriter out) {
        out.whole(size);
        for (int i = 0; i < size; i++) {
            out.whole(offsets[i]).signed(least[i]).whole(greatest[i] - least[i]);
        }
    }

    static Places read(BlobReader in) {
        var places = new Places();
        int size = in.count();
        for (int i = 0; i < size; i++) {
            long offset = in.whole();
            long from = in.signed();
            places.append(offset, from, from + in.whole());
        }
        return places;
    }
}
