// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.index.data.IndexedRun;
import org.penumbra.runs.index.data.RunQuery;
import org.penumbra.runs.specimens.Specimens;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;

class SearchTest {
    private static TemporaryFolder temporary;
    private static RunsIndex index;

    @BeforeContainer
    static void fill() throws IOException {
        temporary = TemporaryFolder.create();
        var runs = temporary.file("runs");
        RunFolder.create(runs.resolve("one"), Specimens.description("MedNeRF", 12));
        var two = RunFolder.create(runs.resolve("two"), Specimens.description("UMedNeRF", 125));
        Files.writeString(
                two.path().resolve("annotations.json"),
                "{\"formatVersion\":1,\"tags\":[\"for-paper\",\"Schärfe\"],"
                        + "\"note\":\"Blurred at the tibia.\"}");
        index = RunsIndex.open(runs, temporary.file("cache"));
        index.refresh();
    }

    @AfterContainer
    static void remove() {
        index.close();
        temporary.close();
    }

    @Example
    void wordsAreFoundByTheirBeginnings() {
        assertEquals(Set.of("one"), found("MedN"));
        assertEquals(Set.of("two"), found("umednerf"));
        assertEquals(Set.of("one", "two"), found("specimen"));
        assertEquals(Set.of("two"), found("tibia blur"));
        assertEquals(Set.of(), found("tibia femur"));
        assertEquals(Set.of("two"), found("for-paper"));
        assertEquals(Set.of("two"), found("scharfe"));
        assertEquals(Set.of("one", "two"), found("  "));
        assertEquals(Set.of(), found("***"));
    }

    @Example
    void parametersAreFoundByNameAndValue() {
        assertEquals(Set.of("one", "two"), found("data/phantom=knee"));
        assertEquals(Set.of("one"), found("seed=12"));
        assertEquals(Set.of("two"), found("seed=125"));
        assertEquals(Set.of(), found("seed=1"), "a whole number");
        assertEquals(Set.of("one", "two"), found("kind=phan"));
    }

    private static Set<String> both() {
        return Set.of("one", "two");
    }

    @Property(tries = 500)
    void nothingThatIsTypedIsASyntaxError(@ForAll String text) {
        assertTrue(both().containsAll(found(text)));
    }

    @Property(tries = 200)
    void norAreTheSearchEnginesOwnSigns(@ForAll("signs") String text) {
        assertTrue(both().containsAll(found(text)));
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of(
                        "\"", "'", "*", "(", ")", "^", ":", "-", "+", "NEAR", "AND", "OR", "NOT",
                        " ", "name:", "a", "\0", "{", "}", ",", "\\", "%", "\uE000", "\uD800")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    private static Set<String> found(String text) {
        return index.runs(RunQuery.searching(text)).stream()
                .map(IndexedRun::folder)
                .collect(Collectors.toSet());
    }
}
