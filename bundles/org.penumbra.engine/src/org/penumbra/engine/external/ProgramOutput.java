// Copyright (c) 2026 Penumbra contributors
// This program and the accompanying materials are made available under the terms of the
// Eclipse Public License 2.0, available at https://www.eclipse.org/legal/epl-2.0/
// SPDX-License-Identifier: EPL-2.0
package org.penumbra.engine.external;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a program prints, line by line. Lines that a carriage return overwrites, as progress bars
 * do, are not kept; long lines are cut; of a flood the beginning and the last lines are kept, and
 * the program is never held up.
 */
final class ProgramOutput {
    private static final int LONGEST_LINE = 2000;
    private static final long MOST_CHARACTERS = 16L << 20;
    private static final int LAST_LINES = 20;

    private final Consumer<String> log;
    private final StringBuilder line = new StringBuilder();
    private final Deque<String> last = new ArrayDeque<>();
    private boolean returned;
    private long written;
    private long dropped;

    ProgramOutput(Consumer<String> log) {
        this.log = log;
    }

    /** Reads to the end of the stream, in a thread of its own. */
    Thread follow(InputStream in) {
        return Thread.ofPlatform().daemon().name("program-output").start(() -> read(in));
    }

    private void read(InputStream in) {
        var buffer = new char[1 << 13];
        try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                take(buffer, n);
            }
        } catch (IOException closed) {
            // The program is gone; what it had printed is here.
        }
        end();
    }

    private synchronized void take(char[] text, int count) {
        for (int i = 0; i < count; i++) {
            take(text[i]);
        }
    }

    private void take(char c) {
        if (c == '\n') {
            emit();
            return;
        }
        if (returned) {
            line.setLength(0);
        }
        returned = c == '\r';
        if (!returned && line.length() <= LONGEST_LINE) {
            line.append(c);
        }
    }

    private void emit() {
        var text = clean(line.toString());
        line.setLength(0);
        returned = false;
        if (!text.isBlank()) {
            last.add(text);
        }
        if (last.size() > LAST_LINES) {
            last.remove();
        }
        keep(text);
    }

    private void keep(String text) {
        if (written < MOST_CHARACTERS) {
            written += text.length() + 1;
            log.accept("| " + text);
        } else {
            dropped++;
        }
    }

    private static String clean(String line) {
        var cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " ..." : line;
        return cut.replaceAll("\\e\\[[0-9;?]*[ -/]*[@-~]", "")
                .replaceAll("[\\p{Cntrl}&&[^\\t]]", "")
                .stripTrailing();
    }

    private synchronized void end() {
        if (!line.isEmpty()) {
            emit();
        }
        if (dropped > 0) {
            log.accept("%d further lines were not kept; the last ones were:".formatted(dropped));
            last.forEach(text -> log.accept("| " + text));
        }
    }

    /** The last lines that were not empty, the very last one at the end. */
    synchronized List<String> last() {
        return List.copyOf(last);
    }
}
