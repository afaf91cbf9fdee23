// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.cli.progress;

import org.penumbra.cli.Console;

import java.util.LinkedHashMap;
import java.util.Map;

/** A block of lines at the end of a terminal, one per run, replaced in place. */
final class LiveView implements View {
    private static final String UP = "\033[%dA";
    private static final String CLEAR = "\r\033[J";

    private final Console console;
    private final Map<String, Progress> block = new LinkedHashMap<>();
    private String outlook = "";
    private int shown;

    LiveView(Console console) {
        this.console = console;
    }

    @Override
    public void say(String line) {
        erase();
        console.line(line);
        draw();
    }

    @Override
    public void show(Progress progress) {
        block.put(progress.name(), progress);
        erase();
        draw();
    }

    @Override
    public void outlook(String line) {
        outlook = line;
        erase();
        draw();
    }

    @Override
    public void remove(String name) {
        block.remove(name);
        erase();
        draw();
    }

    private void erase() {
        if (shown > 0) {
            console.text(UP.formatted(shown) + CLEAR);
        }
        shown = 0;
    }

    private void draw() {
        block.values().forEach(progress -> console.line(progress.line()));
        shown = block.size();
        if (shown > 0 && !outlook.isEmpty()) {
            console.line(outlook);
            shown++;
        }
    }
}
