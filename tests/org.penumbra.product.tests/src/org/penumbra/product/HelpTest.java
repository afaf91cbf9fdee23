// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.product;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class HelpTest {

    private static final List<String> COMMANDS =
            List.of(
                    "run", "plan", "runs", "show", "compare", "curves", "reindex", "render",
                    "doctor", "bench", "worker", "branch", "tag", "pause", "resume", "cancel",
                    "retry", "queue", "adopt", "note", "rm");

    @TempDir Path folder;

    @Test
    void namesEveryCommand() {
        var help = new Penumbra(folder).run("--help").expect(0);
        for (var command : COMMANDS) {
            assertTrue(help.out().contains("\n  " + command + " "), command);
        }
    }

    @Test
    void everyCommandExplainsItself() {
        for (var command : COMMANDS) {
            var help = new Penumbra(folder).run(command, "--help").expect(0);
            assertTrue(help.out().contains("penumbra " + command), command);
        }
    }
}
