// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.cli.Console;
import org.penumbra.cli.progress.RunProgress;
import org.penumbra.runs.folder.Host;
import org.penumbra.runs.folder.RunFolder;
import org.penumbra.runs.folder.RunState;
import org.penumbra.runs.folder.RunStatus;
import org.penumbra.runs.plan.PlannedRun;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ProgressTest {
    private static final int COLUMNS = 79;

    @TempDir Path runs;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private RunFolder folder;
    private PlannedRun run;

    @BeforeEach
    void plan() {
        folder = Samples.planned(runs, "AVariantWithAVeryLongNameIndeed", 1);
        var description = folder.description();
        run = new PlannedRun(description.name(), description.variant(), Map.of(), 1, description);
    }

    private RunProgress progress(boolean terminal) {
        var console = new Console(new PrintWriter(out), new PrintWriter(err), terminal, false);
        return RunProgress.of(console, 1);
    }

    private static RunStatus at(long step) {
        return new RunStatus(
                RunState.RUNNING,
                "fine-tuning",
                step,
                100_000,
                3_900,
                "",
                1,
                Host.name(),
                Instant.now());
    }

    private void trained(double... losses) {
        try (var events = folder.newAttempt().openEvents(1)) {
            for (int i = 0; i < losses.length; i++) {
                events.scalar("loss/fine_tuning", i + 1, losses[i]);
            }
        }
    }

    /** What a terminal shows in the end, as far as these lines use one. */
    private static List<String> screen(String text) {
        var lines = new ArrayList<String>();
        for (var line : text.split("\n")) {
            while (line.startsWith("\033[")) {
                int up = Integer.parseInt(line.substring(2, line.indexOf('A')));
                lines.subList(lines.size() - up, lines.size()).clear();
                line = line.substring(line.indexOf("J") + 1);
            }
            lines.add(line);
        }
        return lines;
    }

    @Test
    void aTerminalShowsOneLineARunInPlace() {
        trained(0.5, 0.25);
        var progress = progress(true);
        progress.started(run, folder, false);
        progress.progress(run, folder, at(10_000));
        progress.progress(run, folder, at(50_000));
        var screen = screen(out.toString());
        assertEquals(2, screen.size(), out.toString());
        var line = screen.getLast();
        assertTrue(line.startsWith("…") && line.contains("NameIndeed/seed=1"), line);
        assertTrue(line.contains("[#####.....]") && line.contains("50000/100000"), line);
        assertTrue(line.contains("0.25") && line.endsWith("1 h 05 min"), line);
        assertTrue(line.length() <= COLUMNS, line);
        progress.ended(run, folder, at(50_000).ended(RunState.FINISHED, ""));
        assertTrue(screen(out.toString()).getLast().contains("finished after"), out.toString());
        assertEquals(2, screen(out.toString()).size());
    }

    @Test
    void aPipeGetsOnlyBeginningsAndEnds() {
        var progress = progress(false);
        progress.started(run, folder, true);
        for (int step = 1; step < 100; step++) {
            progress.progress(run, folder, at(step));
        }
        progress.ended(run, folder, at(99).ended(RunState.LOST, "its worker was killed"));
        assertEquals("", out.toString());
        assertFalse(err.toString().contains("\033"), err.toString());
        assertEquals(2, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().startsWith("goes on: " + run.name()), err.toString());
        var failure = progress.failures().getFirst();
        assertTrue(failure.contains("its worker was killed"), failure);
        assertTrue(failure.endsWith("worker.log"), failure);
    }
}
