// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.penumbra.runs.events.Curves;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.specimens.Specimens;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.util.List;

class OrderedTallyTest {
    private static final int MOST_AT_ONCE = 8;

    @Property(tries = 40)
    void manyPassesFindWhatOneFinds(@ForAll("steps") List<Long> steps) throws IOException {
        try (var temporary = TemporaryFolder.create()) {
            var path = temporary.file("run");
            var run = RunFolder.create(path, Specimens.description("MedNeRF", 1));
            try (var log = run.newAttempt().openEvents(Long.MIN_VALUE)) {
                for (int i = 0; i < steps.size(); i++) {
                    log.scalar("loss", steps.get(i), i);
                }
            }
            var logs = Ingest.whole(path, RunFiles.of(path).orElseThrow().logs()).logs();
            var tally = OrderedTally.of(path, logs, "loss", MOST_AT_ONCE);
            var expected = new CurveTally();
            Curves.read(run)
                    .get("loss")
                    .forEach(p -> expected.add(p.step(), p.wallTime(), p.value()));
            assertEquals(expected.summary("", "loss"), tally.summary("", "loss"));
            assertEquals(
                    expected.buckets().series(1000).points().toList(),
                    tally.buckets().series(1000).points().toList());
        }
    }

    @Provide
    Arbitrary<List<Long>> steps() {
        var ends = Arbitraries.of(Long.MAX_VALUE, Long.MIN_VALUE, 0L);
        return Arbitraries.oneOf(Arbitraries.longs().between(-40, 40), ends)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120);
    }
}
