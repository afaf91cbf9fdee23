// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.runs.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.penumbra.io.InputException;
import org.penumbra.testing.TemporaryFolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ShellWordTest {

    /** What means something to a shell comes often. */
    @Provide
    Arbitrary<List<String>> texts() {
        var special = Arbitraries.of("'", "\"", "$", "`", "\\", "!", "*", " ", "\t", "$(id)", "%a");
        var any = Arbitraries.strings().excludeChars('\0', '\n', '\r').ofMaxLength(5);
        var pieces = Arbitraries.oneOf(special, any).list().ofMaxSize(8);
        return pieces.map(list -> String.join("", list)).list().ofMinSize(1).ofMaxSize(20);
    }

    @Property(tries = 50)
    void aShellReadsBackWhatWasQuoted(@ForAll("texts") List<String> texts) throws Exception {
        var script = new StringBuilder();
        texts.forEach(
                text ->
                        script.append("printf '%s\\n' ")
                                .append(ShellWord.quote(text))
                                .append('\n'));
        // Half a pair of surrogates is no text that UTF-8 has.
        var expected = utf8(String.join("\n", texts) + "\n");
        assertEquals(expected, run(utf8(script.toString())));
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String run(String script) throws IOException {
        try (var folder = TemporaryFolder.create()) {
            var file = folder.file("script", script.getBytes(StandardCharsets.UTF_8));
            var process = new ProcessBuilder("sh", file.toString()).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noLineHoldsALineBreak() {
        var thrown = assertThrows(InputException.class, () -> ShellWord.quote("/a\nb"));
        assertEquals(
                "The path /a?b holds a line break, which Slurm cannot handle: rename it",
                thrown.getMessage());
    }
}
