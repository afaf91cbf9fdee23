// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.progress;

import org.penumbra.cli.Console;
import org.penumbra.cli.report.RunList;
import org.penumbra.cli.report.RunSummary;
import org.penumbra.runs.folder.RunState;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows a list of runs again and again until nothing works or waits any more: on a terminal the
 * whole list in place, elsewhere one line for every change of state.
 */
public final class RunsFollower {
    private static final Duration PULSE = Duration.ofSeconds(1);
    private static final String HOME_AND_CLEAR = "\033[H\033[J";

    private final Console console;
    private final Supplier<RunList> look;
    private final Map<String, RunState> told = new HashMap<>();

    /**
     * @param console its terminal decides how the list looks
     * @param look reads where the runs stand
     */
    public RunsFollower(Console console, Supplier<RunList> look) {
        this.console = console;
        this.look = look;
    }

    /** Returns when every run is still. */
    public void follow() throws InterruptedException {
        var list = look.get();
        show(list);
        while (list.runs().stream().anyMatch(RunsFollower::moves)) {
            TimeUnit.NANOSECONDS.sleep(PULSE.toNanos());
            list = look.get();
            show(list);
        }
    }

    private static boolean moves(RunSummary run) {
        return !run.status().state().still();
    }

    private void show(RunList list) {
        if (console.terminal()) {
            console.text(HOME_AND_CLEAR + list.table().text());
        } else {
            list.runs().forEach(this::tell);
        }
    }

    private void tell(RunSummary run) {
        var key = run.run().path().toString();
        var state = run.status().state();
        if (told.put(key, state) != state) {
            var name = run.run().description().name();
            console.line("%s %s %s".formatted(name, state.word(), run.progress()).strip());
        }
    }
}
