// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.progress;

import org.penumbra.cli.Console;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Lines for a file: beginnings, ends, and every run now and then. */
final class PlainView implements View {
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Console console;
    private final InstantSource clock;
    private final Map<String, Long> last = new HashMap<>();
    private long lastOutlook;

    PlainView(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
        lastOutlook = clock.millis();
    }

    @Override
    public void say(String line) {
        console.note(line);
    }

    @Override
    public void show(Progress progress) {
        long now = clock.millis();
        long before = last.computeIfAbsent(progress.name(), name -> now);
        if (now - before >= QUIET.toMillis()) {
            last.put(progress.name(), now);
            console.note(progress.sentence());
        }
    }

    @Override
    public void outlook(String line) {
        long now = clock.millis();
        if (now - lastOutlook >= LONG.toMillis()) {
            lastOutlook = now;
            console.note(line);
        }
    }

    @Override
    public void remove(String name) {
        last.remove(name);
    }
}
