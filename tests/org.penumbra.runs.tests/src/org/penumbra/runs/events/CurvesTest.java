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
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.specimens.Specimens;
import org.penumbra.testing.Damage;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class CurvesTest {
    @TempDir Path folder;

    @Test
    void aResumedAttemptReplacesWhatItComputesAgain() {
        var run = RunFolder.create(folder.resolve("run"), Specimens.description("MedNeRF", 1));
        try (var log = run.newAttempt().openEvents(1)) {
            for (int step = 1; step <= 7; step++) {
                log.scalar("loss/generator", step, step);
            }
            log.scalar("eval/psnr", 6, 99);
        }
        // The checkpoint was of step 4.
        try (var log = run.newAttempt().openEvents(5)) {
            log.scalar("loss/generator", 5, 50);
            log.scalar("loss/generator", 6, 60);
        }
        var curves = Curves.read(run);
        assertEquals(
                List.of(1.0, 2.0, 3.0, 4.0, 50.0, 60.0),
                curves.get("loss/generator").stream().map(Point::value).toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L),
                curves.get("loss/generator").stream().map(Point::step).toList());
        assertTrue(!curves.containsKey("eval/psnr"), "superseded, and not computed again");
    }

    @Test
    void aFileIsReadUpToItsDamageAndSaysSo() throws IOException {
        var file = Files.write(folder.resolve("events.out.tfevents.1"), log());
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 6] ^= 1;
        Files.write(file, bytes);
        var curves = Curves.of(List.of(file));
        assertEquals(9, curves.byTag().get("loss").size());
        assertEquals(1, curves.damage().size());
        assertTrue(curves.damage().getFirst().contains(file.toString()));
    }

    @Property(tries = 300)
    void damageNeverBreaksTheReaderNorInventsValues(@ForAll("damaged") byte[] bytes) {
        try (var temporary = TemporaryFolder.create()) {
            var curves = Curves.of(List.of(temporary.file("events.out.tfevents.1", bytes)));
            for (var point : curves.byTag().getOrDefault("loss", List.of())) {
                assertEquals(point.step() * 2.0, point.value());
            }
        }
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Damage.to(log());
    }

    @Property
    void bytesThatAreNoEventAreNoEvent(@ForAll("records") byte[] record) {
        // Whatever the bytes are: an answer, and no exception.
        EventCodec.decode(record).ifPresent(event -> assertTrue(event.content() != null));
    }

    @Provide
    Arbitrary<byte[]> records() {
        var good = EventCodec.scalars(1, 2, Map.of("loss", 3.0));
        return Arbitraries.oneOf(
                Damage.to(good), Arbitraries.bytes().array(byte[].class).ofMaxSize(40));
    }

    private static byte[] log() {
        try (var temporary = TemporaryFolder.create()) {
            try (var log = EventLog.create(temporary.path(), 1)) {
                for (int step = 1; step <= 10; step++) {
                    log.scalar("loss", step, step * 2.0);
                }
            }
            try (var files = Files.list(temporary.path())) {
                return Files.readAllBytes(files.findFirst().orElseThrow());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
