// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.annotations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.io.InputException;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.specimens.Specimens;
import org.penumbra.testing.Damage;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class AnnotationsTest {
    private static final byte[] GOOD =
            """
            {"formatVersion":1,"tags":["a","b"],"note":"text","modified":"2026-01-01T00:00:00Z"}
            """
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private static TemporaryFolder shared;
    private static RunFolder common;

    @TempDir Path folder;
    private RunFolder run;

    @BeforeContainer
    static void makeCommon() {
        shared = TemporaryFolder.create();
        common = RunFolder.create(shared.file("run"), Specimens.description("MedNeRF", 1));
    }

    @AfterContainer
    static void remove() {
        shared.close();
    }

    @BeforeEach
    void make() {
        run = RunFolder.create(folder.resolve("run"), Specimens.description("MedNeRF", 1));
    }

    @Test
    void aRunHasNoneAtFirst() {
        var none = Annotations.of(run);
        assertTrue(none.tags().isEmpty());
        assertEquals("", none.note());
        assertEquals(Instant.EPOCH, none.modified());
    }

    @Test
    void tagsAreASetAndKeepTheirCase() {
        Annotations.tag(run, List.of("good", "Paper", "good"), List.of());
        Annotations.tag(run, List.of("paper", "good"), List.of("absent"));
        assertEquals(List.of("Paper", "good", "paper"), List.copyOf(Annotations.of(run).tags()));
        Annotations.tag(run, List.of(), List.of("good", "paper"));
        assertEquals(List.of("Paper"), List.copyOf(Annotations.of(run).tags()));
    }

    @Test
    void notesAndTagsDoNotTouchEachOther() {
        Annotations.note(run, "zu prüfen:\n\t骨 🦴");
        Annotations.tag(run, List.of("x"), List.of());
        assertEquals("zu prüfen:\n\t骨 🦴", Annotations.of(run).note());
        Annotations.note(run, "");
        assertEquals("", Annotations.of(run).note());
        assertEquals(1, Annotations.of(run).tags().size());
    }

    @Test
    void whatChangesNothingWritesNothing() {
        var first = Annotations.tag(run, List.of("x"), List.of());
        assertEquals(first, Annotations.tag(run, List.of("x"), List.of("y")));
        assertEquals(first, Annotations.note(run, ""));
        assertEquals(first, Annotations.of(run));
    }

    @Test
    void whatIsNoWordIsNoTag() {
        for (var tag : List.of("", "two words", "a,b", "-x", "+x", "a\u0000", "x".repeat(65))) {
            var error =
                    assertThrows(
                            InputException.class,
                            () -> Annotations.tag(run, List.of(tag), List.of()));
            assertEquals(1, error.getMessage().lines().count(), error.getMessage());
        }
        assertEquals(List.of("a", "b"), Tag.list("a, b"));
        assertThrows(InputException.class, () -> Tag.list("a,,b"));
        assertTrue(Annotations.of(run).tags().isEmpty());
    }

    @Test
    void notesAndTagsHaveALimit() {
        assertThrows(InputException.class, () -> Annotations.note(run, "ä".repeat(1 << 15) + "x"));
        assertThrows(InputException.class, () -> Annotations.note(run, "a\u001b[2Jb"));
        assertThrows(InputException.class, () -> Annotations.note(run, "\ud800"));
        Annotations.note(run, "ä".repeat(1 << 15));
        var many = IntStream.range(0, 257).mapToObj(i -> "tag" + i).toList();
        assertThrows(InputException.class, () -> Annotations.tag(run, many, List.of()));
    }

    @Test
    void changesAtTheSameTimeAreAllKept() throws Exception {
        int threads = 8;
        int each = 12;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var tasks =
                    IntStream.range(0, threads * each)
                            .mapToObj(i -> pool.submit(() -> change(i)))
                            .toList();
            for (var task : tasks) {
                task.get();
            }
        }
        var expected = new TreeSet<String>();
        IntStream.range(0, threads * each).forEach(i -> expected.add("tag" + i));
        assertEquals(expected, Annotations.of(run).tags());
        assertTrue(Annotations.of(run).note().startsWith("note "));
    }

    private void change(int i) {
        Annotations.tag(run, List.of("tag" + i), List.of());
        Annotations.note(run, "note " + i);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Damage.to(GOOD);
    }

    @Property(tries = 500)
    void aDamagedFileIsReadOrRefusedInASentence(@ForAll("damaged") byte[] bytes)
            throws IOException {
        Files.write(common.path().resolve("annotations.json"), bytes);
        assertReadOrRefused(common);
    }

    private static void assertReadOrRefused(RunFolder damaged) {
        try {
            Annotations.of(damaged)
                    .tags()
                    .forEach(tag -> assertEquals(List.of(tag), Tag.list(tag)));
        } catch (InputException e) {
            assertTrue(e.getMessage().contains("annotations.json"), e.getMessage());
        }
    }

    @Property(tries = 200)
    void everyTextComesBack(@ForAll("notes") String note) throws IOException {
        Files.deleteIfExists(common.path().resolve("annotations.json"));
        Annotations.note(common, note);
        assertEquals(note, Annotations.of(common).note());
    }

    @Provide
    Arbitrary<String> notes() {
        return Arbitraries.strings()
                .withChars('\n', '\t', '"', '\\', 'ä', '中', '\u2028')
                .ascii()
                .ofMaxLength(200)
                .map(text -> text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", ""));
    }

    @Test
    void aFileOfANewerReleaseIsRefused() throws IOException {
        var file = run.path().resolve("annotations.json");
        Files.writeString(file, new String(GOOD).replace(":1,", ":2,"));
        var error = assertThrows(InputException.class, () -> Annotations.of(run));
        assertTrue(error.getMessage().contains("newer Penumbra"), error.getMessage());
        assertThrows(InputException.class, () -> Annotations.tag(run, List.of("x"), List.of()));
        assertTrue(Files.readString(file).contains(":2,"), "left as it is");
    }
}
