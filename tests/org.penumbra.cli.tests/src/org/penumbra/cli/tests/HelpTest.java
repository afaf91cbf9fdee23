// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class HelpTest {
    private static final List<String> COMMANDS =
            List.of(
                    "run", "plan", "runs", "show", "compare", "curves", "reindex", "render",
                    "doctor", "bench", "worker", "help", "branch", "tag", "pause", "resume",
                    "cancel", "retry", "queue", "adopt", "note", "rm");

    @Test
    void everyCommandExplainsItselfWithASynopsisAndExamples() {
        for (var command : COMMANDS) {
            var help = Use.of(command, "--help").done().out();
            assertTrue(help.contains("Usage: penumbra " + command), help);
            assertTrue(help.contains("Examples:\n  penumbra "), help);
            assertFalse(help.contains("\033"), help);
            assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
        }
    }

    @Test
    void helpOfACommandIsItsOwnHelp() {
        for (var command : COMMANDS) {
            assertEquals(Use.of(command, "--help").out(), Use.of("help", command).done().out());
        }
    }

    @Test
    void theProgramListsItsCommands() {
        var help = Use.of("--help").done().out();
        COMMANDS.forEach(command -> assertTrue(help.contains("\n  " + command + " "), help));
        assertEquals(help, Use.of().done().out());
        assertEquals(help, Use.of("help").done().out());
    }

    @Test
    void theReleaseIsTold() {
        assertTrue(Use.of("--version").done().out().startsWith("Penumbra "));
    }

    @Test
    void wrongArgumentsAreOneSentence() {
        Use.of("rnu").refused("'rnu'", "run, plan");
        Use.of("help", "rnu").refused("'rnu'", "run, plan");
        Use.of("run").refused("FILE", "penumbra run --help");
        Use.of("runs", "--rnus", "x").refused("--rnus");
        Use.of("run", "x", "--jobs", "many").refused("--jobs", "many");
        Use.of("render", "x").refused("--angles");
    }
}
