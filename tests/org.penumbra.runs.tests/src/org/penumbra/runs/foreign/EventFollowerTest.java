// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.runs.events.Curves;
import org.penumbra.runs.events.ForeignEvents;
import org.penumbra.runs.events.Point;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.specimens.Specimens;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

class EventFollowerTest {
    @TempDir Path folder;
    private Path source;
    private RunFolder run;

    @BeforeEach
    void prepare() {
        source = folder.resolve("events");
        run = RunFolder.create(folder.resolve("run"), Specimens.description("own", 1));
    }

    private EventFollower follower(Map<String, String> tags, Map<String, Long> positions) {
        var passed = new HashMap<String, Long>();
        Curves.read(run).forEach((tag, points) -> passed.put(tag, points.getLast().step()));
        return new EventFollower(source, tags, passed, positions, run.newAttempt()::openEvents);
    }

    private EventFollower follower() {
        return follower(Map.of(), Map.of());
    }

    private List<Long> steps(String tag) {
        return steps(run, tag);
    }

    private static List<Long> steps(RunFolder run, String tag) {
        return Curves.read(run).getOrDefault(tag, List.of()).stream().map(Point::step).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void copiesWhatIsThereAndWhatComesLater() {
        try (var follower = follower()) {
            assertFalse(follower.poll(), "the folder is not there yet");
            try (var events = ForeignEvents.in(source, 10)) {
                assertEquals(-1, follower.step());
                events.steps("loss", 0, 4, 1);
                assertTrue(follower.poll());
                assertEquals(range(0, 4), steps("loss"));
                events.steps("loss", 5, 9, 1);
                follower.poll();
            }
            assertEquals(range(0, 9), steps("loss"));
            assertEquals(9, follower.step());
            assertEquals(1009, follower.last().get("loss").value());
            assertEquals(1_700_000_009, follower.last().get("loss").wallTime());
        }
    }

    @Test
    void tagsAreRenamedAndFoldersComeBeforeThem() {
        ForeignEvents.in(source, 10).steps("losses/generator", 1, 1, 1).close();
        ForeignEvents.in(source.resolve("val"), 11).steps("loss", 1, 1, 1).close();
        try (var follower = follower(Map.of("losses/generator", "loss/generator"), Map.of())) {
            follower.poll();
        }
        assertEquals(List.of("loss/generator", "val/loss"), List.copyOf(Curves.read(run).keySet()));
    }

    @Test
    void aNewFileAtAnEarlierStepSupersedes() {
        try (var follower = follower()) {
            ForeignEvents.in(source, 10).steps("loss", 0, 20, 5).close();
            follower.poll();
            ForeignEvents.in(source, 20).steps("loss", 11, 13, 1).close();
            follower.poll();
            assertEquals(List.of(0L, 5L, 10L, 11L, 12L, 13L), steps("loss"));
            assertEquals(13, follower.step());
        }
    }

    @Test
    void aSessionStartWithinAFileSupersedesToo() {
        try (var follower = follower();
                var events = ForeignEvents.in(source, 10)) {
            events.steps("loss", 0, 20, 5).sessionStart(7).steps("loss", 7, 8, 1);
            follower.poll();
            assertEquals(List.of(0L, 5L, 7L, 8L), steps("loss"));
        }
    }

    @Test
    void restartsOfSeveralFoldersKeepEachOthersNewValues() {
        ForeignEvents.in(source.resolve("train"), 10).steps("loss", 1, 110, 1).close();
        ForeignEvents.in(source.resolve("val"), 11).steps("loss", 10, 110, 10).close();
        ForeignEvents.in(source.resolve("train"), 20).steps("loss", 91, 130, 1).close();
        ForeignEvents.in(source.resolve("val"), 21).steps("loss", 100, 130, 10).close();
        try (var follower = follower()) {
            follower.poll();
        }
        assertEquals(range(1, 130), steps("train/loss"));
        assertEquals(13, steps("val/loss").size());
    }

    @Test
    void theNextAttemptTakesOnlyWhatTheLastOneLeft() {
        Map<String, Long> positions;
        ForeignEvents.in(source, 10).steps("loss", 0, 4, 1).close();
        try (var follower = follower()) {
            follower.poll();
            positions = follower.positions();
        }
        // The program wrote on while nobody looked.
        ForeignEvents.in(source, 10).steps("loss", 5, 6, 1).close();
        try (var follower = follower(Map.of(), positions)) {
            follower.poll();
            // Its successor went on from its own checkpoint of step 3.
            ForeignEvents.in(source, 30).steps("loss", 4, 5, 1).close();
            follower.poll();
        }
        assertEquals(range(0, 5), steps("loss"));
        assertEquals(2, run.attempts().size());
    }

    @Test
    void whatAProgramSaysAtEveryStartIsNoStepBack() {
        Map<String, Long> positions;
        try (var events = ForeignEvents.in(source, 10);
                var follower = follower()) {
            events.steps("parameters", 0, 0, 1).steps("loss", 1, 9, 1);
            follower.poll();
            positions = follower.positions();
        }
        try (var events = ForeignEvents.in(source, 20);
                var follower = follower(Map.of(), positions)) {
            assertEquals(9, follower.step());
            events.steps("parameters", 0, 0, 1).steps("loss", 10, 12, 1);
            follower.poll();
        }
        assertEquals(range(1, 12), steps("loss"));
    }

    @Test
    void twoWritersOfOneFolderAreNoRestart() {
        ForeignEvents.in(source, 10).steps("loss", 0, 20, 1).close();
        ForeignEvents.in(source, 11).steps("eval", 0, 20, 10).close();
        try (var follower = follower()) {
            follower.poll();
        }
        assertEquals(range(0, 20), steps("loss"));
        assertEquals(List.of(0L, 10L, 20L), steps("eval"));
    }

    @Test
    void aTornRecordIsReadWhenItIsWhole() throws IOException {
        var events = ForeignEvents.in(source, 10).steps("loss", 0, 4, 1);
        events.close();
        var whole = Files.readAllBytes(events.file());
        Files.write(events.file(), Arrays.copyOf(whole, whole.length - 7));
        try (var follower = follower()) {
            follower.poll();
            assertEquals(range(0, 3), steps("loss"));
            assertEquals(1, follower.damage().size());
            Files.write(events.file(), whole);
            follower.poll();
            assertEquals(List.of(), follower.damage());
        }
        assertEquals(range(0, 4), steps("loss"));
    }

    @Test
    void recordsThatAreNoEventsArePassedOver() {
        try (var events = ForeignEvents.in(source, 10);
                var follower = follower()) {
            events.nonsense().steps("loss", 1, 2, 1).nonsense().steps("loss", 3, 3, 1);
            follower.poll();
        }
        assertEquals(range(1, 3), steps("loss"));
    }

    @Property(tries = 50)
    void howeverOftenOneLooksTheCurveIsTheSame(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 30) Integer> portions) {
        try (var temporary = TemporaryFolder.create()) {
            var own = RunFolder.create(temporary.file("run"), Specimens.description("own", 1));
            long step = 0;
            try (var events = ForeignEvents.in(temporary.file("events"), 10);
                    var follower =
                            new EventFollower(
                                    temporary.file("events"),
                                    Map.of(),
                                    Map.of(),
                                    Map.of(),
                                    own.newAttempt()::openEvents)) {
                for (var portion : portions) {
                    events.steps("loss", step, step + portion - 1, 1);
                    step += portion;
                    follower.poll();
                }
            }
            assertEquals(range(0, step - 1), steps(own, "loss"));
        }
    }
}
