// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.penumbra.io.records.RecordReader;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A damaged log gives what was written before the damage, one sentence, and no wrong value. */
class DamagedLogTest {
    private static final int STEPS = 50;

    private static TemporaryFolder shared;
    private static byte[] good;
    private static List<Event> events;

    /** Where the file begins and where each record ends. */
    private static List<Long> ends;

    @BeforeContainer
    static void write() throws IOException {
        shared = TemporaryFolder.create();
        try (var log = EventLog.create(shared.path(), 1)) {
            for (int step = 1; step <= STEPS; step++) {
                log.scalar("loss/" + step % 3, step, 1.0 / step);
            }
        }
        try (var files = Files.list(shared.path())) {
            remember(files.findFirst().orElseThrow());
        }
        assertEquals(STEPS + 2, events.size());
    }

    private static void remember(Path file) throws IOException {
        good = Files.readAllBytes(file);
        events = new ArrayList<>();
        EventReader.read(file, events::add);
        ends = new ArrayList<>(List.of(0L));
        try (var records = RecordReader.open(file)) {
            while (records.hasNext()) {
                records.next();
                ends.add(records.goodBytes());
            }
        }
    }

    @AfterContainer
    static void remove() {
        shared.close();
    }

    @Property(tries = 500)
    void aFlippedBitEndsTheLogThere(
            @ForAll @IntRange(max = 10_000) int offset, @ForAll @IntRange(max = 7) int bit) {
        var bytes = good.clone();
        bytes[offset % good.length] ^= (byte) (1 << bit);
        assertBefore(offset % good.length, bytes, 1);
    }

    @Property(tries = 300)
    void aCutEndsTheLogThere(@ForAll @IntRange(max = 10_000) int offset) {
        var length = offset % good.length;
        // A file that ends with a whole record cannot be told from one that was not written on.
        assertBefore(length, Arrays.copyOf(good, length), ends.contains((long) length) ? 0 : 1);
    }

    private static void assertBefore(int offset, byte[] bytes, int sentences) {
        var read = new ArrayList<Event>();
        var damage = EventReader.read(shared.file("damaged", bytes), read::add);
        assertEquals(sentences, damage.stream().count());
        assertTrue(damage.stream().allMatch(sentence -> sentence.contains("damaged")));
        var whole = ends.stream().filter(end -> end > 0 && end <= offset).count();
        assertEquals(events.subList(0, (int) whole), read);
    }
}
