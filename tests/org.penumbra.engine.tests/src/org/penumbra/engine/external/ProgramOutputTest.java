// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class ProgramOutputTest {
    private final List<String> lines = new ArrayList<>();
    private final ProgramOutput output = new ProgramOutput(lines::add);

    private void print(byte[] bytes) throws InterruptedException {
        output.follow(new ByteArrayInputStream(bytes)).join();
    }

    private void print(String text) throws InterruptedException {
        print(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyLineIsOneLine() throws InterruptedException {
        print("one\ntwo\r\n\n three \nlast");
        assertEquals(List.of("| one", "| two", "| ", "|  three", "| last"), lines);
        assertEquals(List.of("one", "two", " three", "last"), output.last());
    }

    @Test
    void ofAProgressBarTheLastStateIsKept() throws InterruptedException {
        print("\r10%\r20%\r100%\ndone\n");
        assertEquals(List.of("| 100%", "| done"), lines);
    }

    @Test
    void coloursAndControlCharactersAreTakenOut() throws InterruptedException {
        print("\u001b[1;31mred\u001b[0m\u0007 bell\tand tab\n");
        assertEquals(List.of("| red bell\tand tab"), lines);
    }

    @Test
    void aLineWithoutEndIsCut() throws InterruptedException {
        print("x".repeat(1 << 20) + "\nnext\n");
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().length() < 2100 && lines.getFirst().endsWith(" ..."));
        assertEquals("| next", lines.getLast());
    }

    @Test
    void aFloodIsKeptAtItsBeginningAndItsEnd() throws InterruptedException {
        var flood = new StringBuilder();
        for (int i = 0; i < 400_000; i++) {
            flood.append("line %d %s\n".formatted(i, "y".repeat(60)));
        }
        print(flood.toString());
        long characters = lines.stream().mapToLong(String::length).sum();
        assertTrue(characters < 18L << 20, () -> characters + " characters");
        assertTrue(lines.getFirst().startsWith("| line 0 "));
        assertTrue(lines.getLast().startsWith("| line 399999 "));
        assertTrue(lines.stream().anyMatch(line -> line.endsWith("the last ones were:")));
    }

    @Property
    void bytesThatAreNoTextBreakNothing(@ForAll @Size(max = 200) byte[] bytes)
            throws InterruptedException {
        var all = Collections.synchronizedList(new ArrayList<String>());
        new ProgramOutput(all::add).follow(new ByteArrayInputStream(bytes)).join();
        assertTrue(all.stream().noneMatch(line -> line.contains("\n")));
    }
}
