// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.records.RecordWriter;
import org.penumbra.testing.Damage;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fast scan against the plain reader. */
class EventScanTest {
    private static final String NAME = "events.out.tfevents.1";

    @TempDir Path folder;

    @Property(tries = 200)
    void aScanFindsWhatTheReaderFinds(@ForAll("records") List<byte[]> records) {
        try (var temporary = TemporaryFolder.create()) {
            agree(written(temporary.file(NAME), records));
        }
    }

    @Property(tries = 500)
    void aScanStopsWhereTheReaderStops(@ForAll("damaged") byte[] bytes) {
        try (var temporary = TemporaryFolder.create()) {
            agree(temporary.file(NAME, bytes));
        }
    }

    @Property(tries = 300)
    void anEventIsTakenApartAsTheCodecDoesIt(@ForAll("damagedEvents") byte[] event) {
        try (var temporary = TemporaryFolder.create()) {
            agree(written(temporary.file(NAME), List.of(event)));
        }
    }

    @Property(tries = 100)
    void aScanGoesOnWhereAnEarlierOneStopped(
            @ForAll("records") List<byte[]> records, @ForAll("shares") double share) {
        try (var temporary = TemporaryFolder.create()) {
            var file = written(temporary.file(NAME), records);
            var whole = new Found();
            var all = EventScan.of(file, whole.tags, whole);
            var parts = new Found();
            long cut = (long) (size(file) * share);
            var first = EventScan.of(file, 0, cut, parts.tags, parts);
            assertTrue(first.good() <= cut);
            var second = EventScan.of(file, first.good(), Long.MAX_VALUE, parts.tags, parts);
            assertEquals(whole.lines, parts.lines);
            assertEquals(all, second);
        }
    }

    @Test
    void aRecordThatIsLongerThanABlockIsRead() {
        var large = new Message().text(15, "x".repeat(3 << 20)).toBytes();
        var small = EventCodec.scalars(1, 2, Map.of("loss", 3.0));
        var file = written(folder.resolve(NAME), List.of(small, large, small, large, small));
        agree(file);
        assertEquals(3, Found.of(file).lines.stream().filter(l -> l.contains("loss")).count());
    }

    @Test
    void manyTagsKeepTheirNames() {
        var records = new ArrayList<byte[]>();
        for (int i = 0; i < 1000; i++) {
            records.add(EventCodec.scalars(i, i, Map.of("tag/number/" + i % 300, i * 0.5)));
        }
        agree(written(folder.resolve(NAME), records));
    }

    private static void agree(Path file) {
        var expected = new Found();
        var damage = EventReader.read(file, expected::add);
        var found = new Found();
        var scan = EventScan.of(file, found.tags, found);
        assertEquals(expected.lines, found.lines);
        assertEquals(damage, scan.damage());
        assertEquals(damage.isEmpty(), scan.good() == size(file));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(Path file, List<byte[]> records) {
        try (var out = RecordWriter.create(file)) {
            records.forEach(out::append);
        }
        return file;
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0, 1);
    }

    @Provide
    Arbitrary<List<byte[]>> records() {
        return TestEvents.events().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<byte[]> damagedEvents() {
        return TestEvents.events().filter(event -> event.length > 0).flatMap(Damage::to);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return records().filter(records -> !records.isEmpty()).flatMap(this::damagedFile);
    }

    private Arbitrary<byte[]> damagedFile(List<byte[]> records) {
        try (var temporary = TemporaryFolder.create()) {
            return Damage.to(Files.readAllBytes(written(temporary.file(NAME), records)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was found, as text, because NaN equals nothing. */
    private static final class Found implements ScalarSink {
        private final TagTable tags = new TagTable();
        private final List<String> lines = new ArrayList<>();

        static Found of(Path file) {
            var found = new Found();
            EventScan.of(file, found.tags, found);
            return found;
        }

        void add(Event event) {
            switch (event.content()) {
                case Event.Scalars(var values) ->
                        values.forEach(
                                each ->
                                        scalar(
                                                tags.index(each.tag()),
                                                event.step(),
                                                event.wallTime(),
                                                each.value()));
                case Event.SessionStart _ -> sessionStart(event.step());
                default -> {}
            }
        }

        @Override
        public void scalar(int tag, long step, double wallTime, double value) {
            lines.add(tags.name(tag) + " " + step + " " + wallTime + " " + value);
        }

        @Override
        public void sessionStart(long step) {
            lines.add("start " + step);
        }
    }
}
